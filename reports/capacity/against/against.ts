import { type Change, type Comparison, compared } from '../compare.ts';
import type { CapacityReport } from '../report.ts';
import { rateText } from '../words.ts';
import { type Difference, differencesOf } from './differences.ts';
import { bySentence } from './words.ts';

/** What became of a target since an earlier run. */
export type Against = Readonly<{
  /** PASS: it carries no less than before. FAIL: less, or slower, by more than noise. INVALID: nothing could be compared. */
  verdict: 'PASS' | 'FAIL' | 'INVALID';
  exitCode: 0 | 1 | 2;
  /** In a sentence. */
  answer: string;
  before: CapacityReport;
  now: CapacityReport;
  /** Conditions that were not the same: the change may be theirs. */
  differences: readonly Difference[];
  comparison: Comparison;
  /** Why something was not compared, a sentence each. */
  notCompared: readonly string[];
}>;

/** Compares a run with an earlier one: whether the capacity changed, by how much, and whether by more than noise. */
export const againstOf = (before: CapacityReport, now: CapacityReport): Against => {
  const differences = differencesOf(before, now);
  const apart = differences.filter(({ decides }) => decides);
  const comparison = compared(
    { steps: before.steps, capacity: apart.length === 0 ? before.capacity : null },
    { steps: now.steps, capacity: apart.length === 0 ? now.capacity : null },
  );
  const { capacity, p95, rates } = comparison;
  const notCompared = [
    ...(capacity === null ? [`capacity: ${whyNoCapacity(before, now, apart)}`] : []),
    ...(p95 === null ? [`answer times: ${whyNoTimes(rates)}`] : []),
  ];
  const [verdict, exitCode] = judged(capacity, p95);
  const given =
    differences.length === 0
      ? ''
      : `, under other conditions (${differences.map(({ name }) => name).join(', ')})`;
  const sentences = bySentence({ capacity, p95, before, now });

  return {
    verdict,
    exitCode,
    answer:
      sentences.length === 0
        ? `Nothing could be compared: ${notCompared.join('; ')}.`
        : `${sentences.join('; ')}${given}.`,
    before,
    now,
    differences,
    comparison,
    notCompared,
  };
};

const judged = (capacity: Change | null, p95: Change | null) => {
  if (capacity === null && p95 === null) return ['INVALID', 2] as const;
  const isLess = capacity?.isDifferent === true && capacity.ratio < 1;
  const isSlower = p95?.isDifferent === true && p95.ratio > 1;

  return isLess || isSlower ? (['FAIL', 1] as const) : (['PASS', 0] as const);
};

const whyNoCapacity = (before: CapacityReport, now: CapacityReport, apart: readonly Difference[]): string => {
  if (apart.length > 0)
    return `the two runs ask for other things (${apart.map(({ name, before: was, now: is }) => `${name} ${was}, now ${is}`).join('; ')}): analyse both alike with capacity --from DIR`;
  const without = [before, now].flatMap(({ run, capacity, reasons }) => {
    if (capacity === null) return [`run ${run.id} found none (${reasons.join('; ')})`];

    return capacity.high === null
      ? [`run ${run.id} only knows that it is at least ${rateText(capacity.rate)}/s`]
      : [];
  });

  return without.length === 0 ? 'that of one run is next to none' : without.join(', ');
};

const whyNoTimes = (rates: readonly number[]): string =>
  rates.length === 0
    ? 'no rate was driven by both that neither saturates: drive the second run with the --rate of the first'
    : `too few answers came at the rates of both (${rates.map(rateText).join(', ')}/s)`;
