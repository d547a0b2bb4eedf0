import type { Certificate } from './load-report.ts';
import type { LoadSlo } from './slo.ts';

/** What a generator is judged by. */
export type Generation = Readonly<{
  intended: number;
  /** Starts that were due and not made: the generator had no time for them, or ended before. */
  unmade: number;
  /** Starts that it dropped after they were due for longer than the limit of lateness. */
  lateDrops: number;
  /** Starts that it dropped in time since every virtual user waited for the target. */
  waitingDrops: number;
  /** Virtual users that it could have had, and how many cover every event until its deadline. */
  users: Readonly<{ most: number; enough: number }>;
  /** Behind the intended start, ms; undefined where nothing was started. */
  latenessP99Ms: number | undefined;
  /** Of its machine; null where nobody looked. */
  cpuShare: number | null;
  /** Runners that started nothing, counted from 1. */
  idleRunners: readonly number[];
  /** Measures that had to be judged and have no sample. */
  emptyMeasures: readonly string[];
  /** What else went wrong: a script that threw, a k6 that was killed. */
  faults: readonly string[];
}>;

type Check = (generation: Generation, limits: LoadSlo['certificate']) => string | undefined;

/**
 * Whether numbers can be trusted. Drops because every virtual user waited for the target are the target's where the
 * users cover rate x deadline, else the generator's: a longer queue than users was never seen.
 */
export const certify = (generation: Generation, limits: LoadSlo['certificate']): Certificate => {
  const reasons = [...generation.faults, ...checks.flatMap((check) => check(generation, limits) ?? [])];

  return {
    valid: reasons.length === 0,
    rateError: rateError(generation),
    latenessP99Ms: generation.latenessP99Ms === undefined ? null : round(generation.latenessP99Ms, 100),
    cpuShare: generation.cpuShare === null ? null : round(generation.cpuShare, 1000),
    lateDrops: generation.lateDrops + (covered(generation) ? 0 : generation.waitingDrops),
    reasons,
  };
};

/** Share of intended starts that the generator itself failed to make. */
const rateError = (generation: Generation): number => {
  const { intended, unmade, lateDrops, waitingDrops } = generation;
  const own = unmade + lateDrops + (covered(generation) ? 0 : waitingDrops);

  return intended === 0 ? 0 : round(own / intended, 1e6);
};

const covered = ({ users }: Generation): boolean => users.most >= users.enough;

const checks: readonly Check[] = [
  ({ intended, unmade }) =>
    intended > 0 && unmade === intended ? 'the generator started nothing' : undefined,
  (generation, limits) => {
    const error = rateError(generation);
    return error > limits.rateError
      ? `${percent(error)} of the intended starts were not made by the generator; at most ${percent(limits.rateError)} may be`
      : undefined;
  },
  (generation) =>
    generation.waitingDrops > 0 && !covered(generation)
      ? `${generation.waitingDrops} events were dropped since all ${generation.users.most} virtual users waited; ` +
        `${generation.users.enough} would cover rate x deadline, so every rate here is "at least"`
      : undefined,
  ({ lateDrops }) =>
    lateDrops > 0 ? `${lateDrops} events were dropped since the generator was late` : undefined,
  ({ latenessP99Ms }, limits) =>
    latenessP99Ms !== undefined && latenessP99Ms > limits.latenessP99Ms
      ? `the generator started events late: p99 ${round(latenessP99Ms, 10)} ms, at most ${limits.latenessP99Ms} ms is trusted`
      : undefined,
  ({ cpuShare }, limits) =>
    cpuShare !== null && cpuShare > limits.cpuShare
      ? `the generator used ${percent(cpuShare)} of the machine; at most ${percent(limits.cpuShare)} is trusted`
      : undefined,
  ({ idleRunners }) =>
    idleRunners.length > 0
      ? `${idleRunners.length === 1 ? 'runner' : 'runners'} ${idleRunners.join(' and ')} had no virtual user`
      : undefined,
  ({ emptyMeasures }) =>
    emptyMeasures.length > 0 ? `no samples for ${emptyMeasures.join(', ')}` : undefined,
];

const percent = (share: number): string => `${round(share * 100, 10)} %`;

const round = (value: number, steps: number): number => Math.round(value * steps) / steps;
