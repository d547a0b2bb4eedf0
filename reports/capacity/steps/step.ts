import type { Certificate } from '../../load/load-report.ts';
import type { Phase } from '../../load/phases.ts';
import type { QuantileEstimate } from '../statistics/quantile-interval.ts';
import type { Tail } from '../statistics/tail.ts';

/** What was measured at one rate. Columns are in the order of the intended starts; times are of one clock. */
export type StepSamples = Readonly<{
  /** Events/s that the generator was to start. */
  targetRate: number;
  /** From when on the step is judged: what started before is warm-up. */
  fromMs: number;
  /** When the generator stopped starting events. */
  untilMs: number;
  /** Intended starts, warm-up included, refused events not. */
  startsMs: Float64Array;
  /** From the intended start to the phase that is judged; Infinity: it never came. */
  latenciesMs: Float64Array;
  /** 1 where the response deadline was missed. Absent: only what never came was missed. */
  missed?: Uint8Array;
  /** What each phase took by itself, from the end of the one before, in ms, for the same events; Infinity: it never came. */
  phases?: Readonly<Partial<Record<Phase, Float64Array>>>;
  /** Events that the target refused while the step was judged: with 429, and otherwise. */
  refused?: Readonly<{ quota: number; other: number }>;
  certificate?: Certificate;
  /** What must be the same for all steps of one answer: scenario, trigger, mode, host and so on. */
  conditions: Readonly<Record<string, string>>;
}>;

/** A number with the 95 % interval in which the true one lies. */
export type Estimate = Readonly<{ value: number; low: number; high: number }>;

/**
 * `kept`: within the SLO. `broken`: not. `over-capacity`: more came than went, whatever the latencies say.
 * `not-judged`: its numbers cannot be trusted.
 */
export type StepOutcome = 'kept' | 'broken' | 'over-capacity' | 'not-judged';

export type JudgedStep = Readonly<{
  /** Events/s: meant, started, and brought to an end. */
  targetRate: number;
  offeredRate: number;
  achievedRate: Estimate;
  /** How long it was judged. */
  seconds: number;
  samples: number;
  p50: QuantileEstimate;
  p95: QuantileEstimate;
  p99: QuantileEstimate;
  /** The slow answers as one number, to compare runs by; null where there are too few. */
  tail: Tail | null;
  /** Events that missed their response deadline or never came to an end, of `samples`. */
  missed: Readonly<{ count: number; share: number }>;
  refused: Readonly<{ quota: number; other: number }>;
  /** Events by which the backlog grew in a second; `grows`: by more than chance. */
  backlog: Readonly<{ perSecond: number; grows: boolean }>;
  /** Little's law: events under way on average, against rate x time. */
  little: Readonly<{ underWay: number; expected: number; holds: boolean }>;
  settled: boolean;
  /** Median duration of each phase, ms. */
  phases: Readonly<Partial<Record<Phase, number>>>;
  certificate?: Certificate;
  conditions: Readonly<Record<string, string>>;
  outcome: StepOutcome;
  /** Why it is not `kept`. */
  reasons: readonly string[];
}>;

/** What a step must keep, from load/slo.yaml. */
export type Slo = Readonly<{
  /** At most so long from the intended start, for all but one in a hundred. */
  p99Ms: number;
  /** Share of events that may miss their response deadline. */
  missedShare: number;
  /** Capacity over demand. */
  headroom: number;
  /** The response deadline of an event, from its intended start. */
  deadlineMs: number;
}>;
