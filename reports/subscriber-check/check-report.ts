import type { DispatchMode } from '../../dispatch/mode.ts';

export type CheckVerdict = 'PASS' | 'FAIL' | 'INCOMPLETE';

/** Something that a subscriber does otherwise than it should. */
export type CheckFinding = Readonly<{
  /** `output.bare`: stays the same from run to run. */
  id: string;
  /** `must` fails the check; `should` is advice only. */
  level: 'must' | 'should';
  statement: string;
  /** Where the statement is documented, or who says so; for a `should`, what is not published. */
  basis: string;
  expected: string;
  /** Of the first event that showed it; without secrets. */
  seen: string;
  /** The events that showed it: `SYNC: the sample`. */
  events: readonly string[];
  advice: string;
}>;

/** An event that was sent. */
export type CheckedEvent = Readonly<{
  /** Counts from 1, in the order in which they went out. */
  number: number;
  mode: DispatchMode;
  what: string;
  bytes: number;
  /** Null where no answer came. */
  status: number | null;
  /** From the start of the request to the end of the answer, or to where it was given up. */
  ms: number;
  /** From the start of the request to the first completion with the right secret; null where there is none. */
  completedMs: number | null;
  /** Findings that it showed, by id. */
  findings: readonly string[];
}>;

/** The answers in time, in ms. The first call is told apart: it may have had to wake the subscriber. */
export type CheckTiming = Readonly<{
  limitMs: number;
  firstMs: number | null;
  warm: Readonly<{ count: number; medianMs: number; maxMs: number }> | null;
}>;

/** Result of `subscriber check`: what `subscriber-check.json` holds. */
export type CheckReport = Readonly<{
  schemaVersion: 1;
  tool: Readonly<{ name: string; version: string }>;
  run: Readonly<{ id: string; started: string; seconds: number }>;
  target: Readonly<{ kind: 'subscriber'; host: string; apiVersions: readonly string[] }>;
  verdict: CheckVerdict;
  exitCode: 0 | 1 | 2;
  /** Why the verdict is not PASS, the weightiest first. */
  reasons: readonly string[];
  conditions: Readonly<{
    trigger: Readonly<{ id: string; type: string }>;
    modes: readonly DispatchMode[];
    credentials: 'none' | 'basic' | 'bearer';
    /** ISO 8601 duration that an open invocation had. */
    responseDeadline: string;
  }>;
  timing: CheckTiming;
  completions: Readonly<{ expected: number; completed: number; slowestMs: number | null }>;
  findings: readonly CheckFinding[];
  events: readonly CheckedEvent[];
  /** What was planned and not tried, or left out of the plan, and why. */
  notTried: readonly Readonly<{ what: string; reason: string }>[];
}>;
