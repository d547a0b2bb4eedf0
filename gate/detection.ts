import { counted } from '../reports/text.ts';
import type { Fate, Judgement } from './fates.ts';

/** What the gate makes of tenants whose state is known: the figures that its own verdict has to be read with. */
export type Detection = Readonly<{
  fates: readonly Fate[];
  judgements: readonly Judgement[];
  seconds: number;
}>;

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;

/** 1 where a broken tenant passes or a right one does not. */
export const detectionCode = ({ fates, judgements }: Detection): 0 | 1 =>
  fates.some(({ fate }) => fate === 'survived') || judgements.some(({ verdict }) => verdict !== 'green')
    ? 1
    : 0;

/** The result for a terminal: what was missed or misjudged first, then the counts. */
export const detectionText = (detection: Detection, reportPath: string): string => {
  const { fates, judgements, seconds } = detection;
  const code = detectionCode(detection);
  const lines = [
    ...fates
      .filter(({ fate }) => fate === 'killed by another')
      .map(
        ({ id, breaks, named }) =>
          `OTHER     ${id}  breaks ${breaks}, seen by ${named.slice(0, 3).join(', ')}`,
      ),
    ...fates
      .filter(({ fate }) => fate === 'survived')
      .map(({ id, breaks }) => `SURVIVED  ${id}  breaks ${breaks}`),
    ...judgements
      .filter(({ verdict }) => verdict !== 'green')
      .map(
        ({ id, verdict, named, error }) =>
          `ALARM     ${id}  ${verdict}: ${named.slice(0, 3).join(', ') || error}`,
      ),
  ];

  return [
    ...lines,
    `${code === 0 ? 'PASS' : 'FAIL'}    ${sentence(detection)}  ${seconds.toFixed(0)} s  (exit ${code})`,
    `Report  ${reportPath}`,
    '',
  ].join('\n');
};

const sentence = ({ fates, judgements }: Detection): string =>
  [
    ...(fates.length > 0
      ? [
          `${counted(fates.length, 'mutant')}: ${count(fates, ({ fate }) => fate === 'killed by its own clause')} killed by their own clause`,
          `${count(fates, ({ fate }) => fate === 'killed by another')} by another`,
          `${count(fates, ({ fate }) => fate === 'survived')} survived`,
        ]
      : []),
    ...(judgements.length > 0
      ? [
          `${counted(judgements.length, 'variant')}: ${count(judgements, ({ verdict }) => verdict === 'green')} green`,
          counted(
            count(judgements, ({ verdict }) => verdict !== 'green'),
            'false alarm',
          ),
        ]
      : []),
  ].join(', ');

/** The figures and what they stand on, for `docs/detection.md`. */
export const detectionSection = (detection: Detection, tool: string, day: string): string => {
  const { fates, judgements } = detection;

  return [
    '## Broken and unusual tenants',
    '',
    `Measured by \`npm run mutants\` with ${tool} on ${day}: ${sentence(detection)}.`,
    '',
    'A *mutant* is the embedded tenant with one promise broken; the gate has to be red and should name that promise.',
    'A *variant* is the embedded tenant behaving unusually and rightly; the gate has to be green.',
    '',
    '| mutant | breaks | seen |',
    '|---|---|---|',
    ...fates.map(
      ({ id, breaks, fate, named }) =>
        `| ${id} | ${breaks} | ${fate === 'killed by another' ? `by ${named[0]}` : fate} |`,
    ),
    '',
    '| variant | manner | verdict |',
    '|---|---|---|',
    ...judgements.map(({ id, manner, verdict }) => `| ${id} | ${manner} | ${verdict} |`),
  ].join('\n');
};
