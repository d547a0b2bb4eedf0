import type { Phase, QuantileName } from './phases.ts';

/** What must hold for a run to PASS, as load/slo.yaml says it. Times in ms, shares from 0 to 1. */
export type LoadSlo = Readonly<{
  /** At most so long from the intended start. */
  latency: Readonly<Partial<Record<Phase, Readonly<Partial<Record<QuantileName, number>>>>>>;
  /** How long an event may take to its end, and which share may miss that. */
  deadline: Readonly<{ limitMs: number; missed: number }>;
  /** Shares that may go wrong; 0: none. */
  allowed: Readonly<{ refused: number; unanswered: number; lost: number; doubled: number }>;
  /** Share of the target rate that must be carried. */
  carried: number;
  /** When the generator is trusted. */
  certificate: Readonly<{ rateError: number; latenessP99Ms: number; cpuShare: number }>;
  /** Capacity over demand. */
  headroom: number;
}>;
