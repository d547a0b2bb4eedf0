import * as Plot from '@observablehq/plot';
import { subjectText } from '../../health/told.ts';
import { type Chart, draw } from '../../render/chart.ts';
import { amount } from '../trends/trend-findings.ts';
import type { Trend } from '../trends/trends-of.ts';

/** A small drawing of each series: its nights, what is usual, tonight. */
export const trendCharts = (trends: readonly Trend[]): readonly Chart[] => trends.map(chartOf);

const size = { width: 300, height: 150, marginLeft: 46, marginRight: 12, marginTop: 18, marginBottom: 34 };

/** A series of zeros has a scale too: of 1 %, of 10 ms. */
const leastTop: Readonly<Record<Trend['unit'], number>> = { share: 1, milliseconds: 10 };

const chartOf = (trend: Trend): Chart => {
  const { nights, unit, month, week, change } = trend;
  const points = nights.map(({ taken, value }) => ({ date: new Date(taken), value: shown(value, unit) }));
  const last = new Date(nights.at(-1)?.taken ?? 0);
  const first = new Date(last.getTime() - 30 * 86_400_000);
  const top = Math.max(leastTop[unit], shown(month?.high ?? 0, unit), ...points.map(({ value }) => value));
  const colour = change === null ? 'var(--first)' : change.to === 'more' ? 'var(--bad)' : 'var(--good)';

  return {
    title: titleOf(trend),
    svg: draw({
      ...size,
      x: { type: 'utc', label: null, ticks: 4, domain: [first, last] },
      y: { label: unit === 'share' ? '%' : 'ms', domain: [0, top], ticks: 3, grid: true },
      marks: [
        ...(month === null
          ? []
          : [
              Plot.rect([{}], {
                x1: () => first,
                x2: () => last,
                y1: () => shown(month.low, unit),
                y2: () => shown(month.high, unit),
                fill: 'var(--muted)',
                fillOpacity: 0.18,
              }),
              Plot.ruleY([shown(month.median, unit)], { stroke: 'var(--muted)', strokeDasharray: '4 3' }),
            ]),
        ...(week === null ? [] : [Plot.ruleY([shown(week.median, unit)], { stroke: 'var(--second)' })]),
        Plot.lineY(points, { x: 'date', y: 'value', stroke: 'var(--first)', strokeOpacity: 0.5 }),
        Plot.dot(points, { x: 'date', y: 'value', r: 1.5, fill: 'var(--first)' }),
        Plot.dot(points.slice(-1), { x: 'date', y: 'value', r: 4, fill: colour }),
      ],
    }),
  };
};

const shown = (value: number, unit: Trend['unit']): number => (unit === 'share' ? value * 100 : value);

const titleOf = ({ title, subject, value, unit, month, change }: Trend): string =>
  [
    `${subjectText(subject)}: ${title} ${amount(value, unit)}`,
    ...(month === null ? [] : [`usual ${amount(month.median, unit)}`]),
    ...(change === null
      ? []
      : [`${change.to} since ${change.since.slice(0, 10)}, ${amount(change.from, unit)} before`]),
  ].join(', ');
