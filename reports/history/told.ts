import type { HealthReport } from '../health/health-report.ts';
import { subjectText } from '../health/told.ts';
import { counted, oneLine } from '../text.ts';
import type { Drift } from './drift/drift.ts';

/** What earlier nights say, a line each: `Drift` and what there is to say of it. */
export const historyLines = (
  report: Pick<HealthReport, 'night' | 'verdict' | 'drift' | 'trends' | 'unreadable'>,
): readonly (readonly [name: string, text: string])[] => [
  ...(report.verdict === 'INCOMPLETE'
    ? []
    : [['Drift', driftText(report)] as const, ['Trends', trendText(report)] as const]),
  ...report.unreadable.map(
    (file) => ['Damaged', `${file} cannot be read and was left out: give read access, or remove it`] as const,
  ),
];

const toldSingly = 3;

const driftText = ({ drift, night }: Pick<HealthReport, 'drift' | 'night'>): string => {
  const parts = (['last night', 'contract', 'openapi'] as const).flatMap((against) => {
    const own = drift.filter((each) => each.against === against);
    const breaking = own.filter((each) => each.breaking).length;
    const shown = own.slice(0, toldSingly).map(oneDrift);
    if (own.length === 0) return [];

    return [
      `${names[against]} ${counted(own.length, 'difference')}${breaking === 0 ? '' : `, ${breaking} breaking`}: ${shown.join(', ')}${own.length > shown.length ? `, ${own.length - shown.length} more` : ''}`,
    ];
  });
  const isSame = !drift.some(({ against }) => against === 'last night');
  const about =
    night === 1 ? ['the first night: nothing to compare with yet'] : isSame ? ['none since last night'] : [];

  return [...about, ...parts].join('; ');
};

const names: Readonly<Record<Drift['against'], string>> = {
  'last night': 'since last night',
  contract: 'from our contract',
  openapi: 'from our contract to the OpenAPI file',
};

const oneDrift = ({ change, subject, place, before, after }: Drift): string => {
  const where = `${subjectText(subject)}${place === undefined ? '' : ` ${oneLine(place, 80)}`}`;

  return change === 'changed'
    ? `${where} ${oneLine(before ?? '', 60)} -> ${oneLine(after ?? '', 60)}`
    : `${where} ${change}`;
};

const trendText = ({ trends, night }: Pick<HealthReport, 'trends' | 'night'>): string => {
  if (night === 1) return 'none yet: they need seven nights';
  const changed = trends.filter(({ change }) => change !== null);
  const tested = trends.filter(({ month }) => (month?.nights ?? 0) >= 7).length;

  return `${trends.length} series, ${tested} of seven nights and more, ${changed.length} changed`;
};
