import { fileJournal } from '../../client/journal.ts';
import type { Phase } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import type { RatedStep } from '../support/dispatch-plan.ts';
import { createPastLimit } from './past-limit.ts';
import { readRow } from './rows.ts';

export type LimitWatch = Disposable &
  Readonly<{
    /** Aborted once the target is past its limit for good; the reason is a text that says so. */
    past: AbortSignal;
  }>;

type Options = Readonly<{
  /** What the scenario writes, of all runners. */
  rows: readonly string[];
  steps: readonly RatedStep[];
  slo: LoadSlo;
  /** The one that ends with the answer to what the scenario sends. */
  phase: Phase;
}>;

const everyMs = 1000;

/** Watches how long answers take, against the highest limit on their phase. */
export const watchLimit = ({ rows, steps, slo, phase }: Options): LimitWatch => {
  const journals = rows.map((file) => fileJournal(file));
  const past = new AbortController();
  const limitMs = highestLimit(slo, phase);
  const isPast = createPastLimit({
    limitMs,
    warmup: new Set(steps.flatMap(({ warmup }, index) => (warmup ? [index] : []))),
  });
  const timer = setInterval(() => {
    if (isPast(journals.flatMap((journal) => journal.readNew()).map(readRow)))
      past.abort(
        `ended early: of the events that ended in 10 s more than half took above ${limitMs} ms or were not accepted`,
      );
  }, everyMs);

  return { past: past.signal, [Symbol.dispose]: () => clearInterval(timer) };
};

const highestLimit = ({ latency, deadline }: LoadSlo, phase: Phase): number => {
  const limits = Object.values(latency[phase] ?? {});

  return limits.length === 0 ? deadline.limitMs : Math.max(...limits);
};
