import type { Change, Comparison } from '../compare.ts';
import type { CapacityReport } from '../report.ts';
import { capacityText } from '../words.ts';

type Compared = Pick<Comparison, 'capacity' | 'p95'> &
  Readonly<Record<'before' | 'now', Pick<CapacityReport, 'capacity'>>>;

/** `-9.0 % (-12.1 to -5.7)`: a change with the interval in which it lies at 99 %. */
export const changeText = ({ ratio, low, high }: Change): string =>
  `${percentText(ratio)} (${percentText(low)} to ${percentText(high)})`;

/** `more than noise`, or not. */
export const noiseText = ({ isDifferent }: Change): string =>
  isDifferent ? 'more than noise' : 'no more than noise';

/** What became of the capacity and of the answer times, a sentence each, without the stop. */
export const bySentence = ({ capacity, p95, before, now }: Compared): readonly string[] => [
  ...(capacity === null
    ? []
    : [
        `The capacity ${verb(capacity, 'fell', 'rose')}: ${textOf(before)}, now ${textOf(now)}, ${changeText(capacity)}`,
      ]),
  ...(p95 === null
    ? []
    : [
        `${capacity === null ? 'T' : 't'}he slow answers at the same rates ${verb(p95, 'got faster', 'got slower')}: ${changeText(p95)}`,
      ]),
];

const verb = ({ ratio, isDifferent }: Change, less: string, more: string): string => {
  if (!isDifferent) return 'did not change by more than noise';

  return ratio < 1 ? less : more;
};

const textOf = ({ capacity }: Pick<CapacityReport, 'capacity'>): string =>
  capacity === null ? 'none' : capacityText(capacity);

const percentText = (ratio: number): string => {
  const percent = (ratio - 1) * 100;

  return `${percent < 0 ? '' : '+'}${percent.toFixed(1)} %`;
};
