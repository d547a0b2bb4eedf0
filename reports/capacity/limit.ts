import { type Phase, phases } from '../load/phases.ts';
import type { JudgedStep } from './steps/step.ts';
import { generatorText } from './words.ts';

/** What ended the capacity, and what shows it. */
export type Limit = Readonly<{ what: 'subscriber' | 'tenant' | 'generator' | 'quota'; evidence: string }>;

/** Refused by the target: a share from which on it says "no more" rather than errs. */
export const refusing = 0.02;

/** Who takes the time of a phase. */
const owners = {
  accepted: 'tenant',
  delivered: 'tenant',
  answered: 'subscriber',
  completed: 'subscriber',
  visible: 'tenant',
} as const satisfies Record<Phase, Limit['what']>;

/** What limits: the quota if the tenant refused by it, the generator if it fell behind, who refused, else whose phase grew most. */
export const limitOf = (steps: readonly JudgedStep[]): Limit | null => {
  const sorted = steps.toSorted((one, other) => one.offeredRate - other.offeredRate);
  const stopped = sorted.find(({ outcome }) => outcome !== 'kept');
  const lowest = sorted.find(({ outcome }) => outcome === 'kept') ?? sorted[0];
  if (stopped === undefined || lowest === undefined) return null;
  const refusal = refusalOf(stopped);
  if (refusal?.what === 'quota') return refusal;
  const { certificate } = stopped;
  if (certificate?.valid === false)
    return { what: 'generator', evidence: `${certificate.reasons.join('; ')} at ${stopped.targetRate}/s` };
  if (refusal !== undefined) return refusal;
  const worst = sorted.findLast(({ outcome }) => outcome === 'over-capacity' || outcome === 'broken');

  return worst === undefined ? null : slowest(lowest, worst);
};

/** Who refused, where that ended it. The quota is that of the API: a subscriber that answers 429 has none of it. */
const refusalOf = ({ refused, samples, offeredRate, conditions, backlog }: JudgedStep): Limit | undefined => {
  const { quota, other } = refused;
  const isSubscribers = conditions.scenario === 'subscriber';
  const seen = `of ${samples + quota + other} events`;
  const at = `at ${offeredRate.toFixed(1)}/s`;
  if (!isSubscribers && quota > 0 && quota >= other)
    return {
      what: 'quota',
      evidence: `${quota} ${seen} answered 429 ${at}: the quota counts API requests and limits the instrument, not real events; what it lets through at once is in the number, so longer steps carry less`,
    };
  if (backlog.grows || quota + other <= refusing * (samples + quota + other)) return undefined;

  return {
    what: isSubscribers ? 'subscriber' : 'tenant',
    evidence: `${quota + other} ${seen} were refused ${at}, ${quota} of them with 429`,
  };
};

const slowest = (lowest: JudgedStep, worst: JudgedStep): Limit | null => {
  const growth = phases
    .map((phase) => ({ phase, from: lowest.phases[phase] ?? 0, to: worst.phases[phase] ?? 0 }))
    .sort((one, other) => other.to - other.from - (one.to - one.from));
  const [most] = growth;
  if (most === undefined || most.to <= most.from) return null;

  return {
    what: owners[most.phase],
    evidence: `median ${most.phase} ${seconds(most.from)} at ${lowest.offeredRate.toFixed(0)}/s, ${seconds(most.to)} at ${worst.offeredRate.toFixed(0)}/s; generator ${generatorText(worst)}`,
  };
};

const seconds = (ms: number): string => (ms === Infinity ? 'never' : `${(ms / 1000).toPrecision(2)} s`);
