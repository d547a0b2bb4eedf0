import type { RatedStep } from '../support/dispatch-plan.ts';
import type { Step } from '../workloads/workload.ts';

/** The steps of a workload in events/s, each shortened to its share where the run has several parts. */
export const ratedSteps = (steps: readonly Step[], rate: number, parts: number): readonly RatedStep[] =>
  steps.map(({ share, from = share, seconds, warmup = false }) => ({
    from: whole(from * rate),
    to: whole(share * rate),
    seconds: warmup ? seconds : seconds / parts,
    warmup,
  }));

/** k6 takes whole events in a minute: what is asked for is what is then measured against. */
const whole = (rate: number): number => Math.max(1, Math.round(rate * 60)) / 60;

/** Events that a step starts. */
export const eventsOf = ({ from, to, seconds }: RatedStep): number =>
  Math.floor(((from + to) / 2) * seconds + 1e-9);

export const secondsOf = (steps: readonly Readonly<{ seconds: number }>[]): number =>
  steps.reduce((sum, { seconds }) => sum + seconds, 0);
