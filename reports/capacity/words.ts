import { nameOf } from './demand.ts';
import type { CapacityReport } from './report.ts';
import type { QuantileEstimate } from './statistics/quantile-interval.ts';
import type { JudgedStep } from './steps/step.ts';

/** A rate for people: `63.8`. */
export const rateText = (rate: number): string => (rate >= 1000 ? rate.toFixed(0) : rate.toFixed(1));

/** A rate with the 95 % interval in which the true one lies. */
export type RateRange = Readonly<{ rate: number; low: number; high: number }>;

/** `64.2/s (60.0 to 67.1)`. */
export const rangeText = ({ rate, low, high }: RateRange): string =>
  `${rateText(rate)}/s (${rateText(low)} to ${rateText(high)})`;

/** `64/s (60 to 67)`, or `at least 64/s`. */
export const capacityText = ({ rate, low, high }: NonNullable<CapacityReport['capacity']>): string =>
  high === null ? `at least ${rateText(rate)}/s` : rangeText({ rate, low, high });

/** A quantile in seconds, never without its interval: `1.90 (1.72-2.11)`, `too few samples (8)`. */
export const quantileText = (estimate: QuantileEstimate): string => {
  if (estimate.kind === 'too-few') return `too few samples (${estimate.samples})`;
  const { value, low, high } = estimate;
  const range =
    high === Number.POSITIVE_INFINITY ? `${seconds(low)} or more` : `${seconds(low)}-${seconds(high)}`;

  return `${seconds(value)} (${range})`;
};

/** Whose capacity it is. */
export const targetWord = ({ conditions }: Pick<CapacityReport, 'conditions'>): string =>
  conditions.scenario === 'dispatch-latency' ? 'the tenant' : 'the subscriber';

/** The answer in a sentence. */
export const answerOf = ({
  verdict,
  capacity,
  demand,
  conditions,
  reasons,
  headroom,
  limit,
}: CapacityReport): string => {
  if (capacity === null || verdict === 'INVALID') return sentence(reasons.join('; '));
  if (limit?.what === 'quota' && conditions.scenario === 'dispatch-latency')
    return `The quota of the API lets this run start ${capacityText(capacity).replace('/s', ' events/s')}; it says nothing of real events.`;
  const who = targetWord({ conditions });
  const carried = `${who.replace('t', 'T')} carries ${capacityText(capacity).replace('/s', ' events/s')}`;
  if (demand === null || headroom === null)
    return `${carried}; no demand was named, so no headroom was judged.`;

  return verdict === 'PASS'
    ? `${carried}; the ${nameOf(demand)} needs ${rateText(demand.rate)}/s.`
    : `${carried}; the ${nameOf(demand)} of ${rateText(demand.rate)}/s needs ${rateText(demand.rate * headroom.required)}/s with headroom ${headroom.required}.`;
};

/** How the generator did: `CPU 31 %, lateness p99 3 ms, rate error 0.00 %`. */
export const generatorText = ({ certificate }: JudgedStep): string => {
  if (certificate === undefined) return 'no certificate';
  const { cpuShare, latenessP99Ms, rateError } = certificate;
  const lateness = latenessP99Ms === null ? 'not measured' : `${latenessP99Ms.toFixed(0)} ms`;

  return `CPU ${cpuShare === null ? 'not seen' : `${(cpuShare * 100).toFixed(0)} %`}, lateness p99 ${lateness}, rate error ${(rateError * 100).toFixed(2)} %`;
};

const sentence = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;

const seconds = (ms: number): string => {
  if (ms === Number.POSITIVE_INFINITY) return 'never';

  return ms < 10 ? (ms / 1000).toFixed(4) : ms < 1000 ? (ms / 1000).toFixed(3) : (ms / 1000).toFixed(2);
};
