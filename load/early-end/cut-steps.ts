import type { RatedStep } from '../support/dispatch-plan.ts';

/** The number of an event, and the place of its step. */
export type EventNumber = Readonly<{ step: number; n: number }>;

export type Cut = Readonly<{
  /** What is left of the steps: the last one shortened to the events before the cut. */
  steps: readonly RatedStep[];
  isBefore: (event: EventNumber) => boolean;
}>;

/**
 * Where a run that was ended early can still be judged. k6 breaks off what is under way and leaves no line of it: all
 * is known of the events before the first that has none, and of no longer run.
 */
export const cutSteps = (events: readonly EventNumber[], steps: readonly RatedStep[]): Cut => {
  const step = events.reduce((last, event) => Math.max(last, event.step), 0);
  const numbers = new Set(events.filter((event) => event.step === step).map(({ n }) => n));
  let first = 0;
  while (numbers.has(first)) first += 1;
  const last = steps[step];

  return {
    steps: [...steps.slice(0, step), ...(last && first > 0 ? [shortened(last, first)] : [])],
    isBefore: (event) => event.step < step || event.n < first,
  };
};

/** A step that starts so many events and no more; on its way it is as fast as before. */
const shortened = (step: RatedStep, events: number): RatedStep => {
  const { from, to, seconds } = step;
  const rise = (to - from) / seconds;
  const taken = rise === 0 ? events / from : (Math.sqrt(from * from + 2 * rise * events) - from) / rise;

  return taken < seconds ? { ...step, to: from + rise * taken, seconds: taken } : step;
};
