import type { CapacityReport } from '../report.ts';
import { capacityText, rateText } from '../words.ts';
import type { Against } from './against.ts';
import { changeText, noiseText } from './words.ts';

/** What was compared and what was not, each with its label. */
export const factsOf = ({
  before,
  now,
  differences,
  comparison: { capacity, p95, rates },
  notCompared,
}: Against): readonly (readonly [string, string])[] => [
  ...differences.map(({ name, before: was, now: is }) => ['Differs', `${name}: ${was}, now ${is}`] as const),
  ['Before', ofRun(before)],
  ['Now', ofRun(now)],
  ...(capacity === null
    ? []
    : [['Capacity', `${changeText(capacity)} at 99 %: ${noiseText(capacity)}`] as const]),
  ...(p95 === null
    ? []
    : [
        [
          'Slow answers',
          `${changeText(p95)} at 99 %, at ${rates.map(rateText).join(', ')}/s: ${noiseText(p95)}`,
        ] as const,
      ]),
  ...notCompared.map((text) => ['Not compared', text] as const),
  [
    'Not said',
    'how far two runs of the same target lie apart: the intervals hold what scatters within a run',
  ],
];

const ofRun = ({ verdict, capacity, limit }: CapacityReport): string =>
  [
    capacity === null ? 'no capacity found' : capacityText(capacity),
    ...(limit === null ? [] : [`limit ${limit.what}`]),
    verdict,
  ].join(', ');
