import type { Exchange } from '../../client/exchange.ts';
import type { Endpoint, OperationId } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { CellRef, SkipRecord, TestRecord } from '../record.ts';
import type { JudgedRecord } from './judged-record.ts';

/** PASS: all that was planned was judged and kept. FAIL: a promise is broken. INCOMPLETE: not all could be judged. */
export type Verdict = 'PASS' | 'FAIL' | 'INCOMPLETE';

export type Outcome = 'passed' | 'failed' | 'skipped' | 'waived' | 'error';

export type Tool = Readonly<{ name: string; version: string }>;

export type RunInfo = Readonly<{
  id: string;
  /** ISO 8601 UTC. */
  started: string;
  seconds: number;
}>;

/** What was judged; no credential. */
export type TargetInfo = Readonly<{
  kind: 'mock' | 'tenant';
  host: string;
  apiVersions: readonly ApiVersion[];
}>;

/** Under which conditions a run was made: what a reader needs to believe or repeat it. */
export type Conditions = Readonly<{
  workers: number;
  seed?: number;
  /** `own`: only what the run creates; `none`: read-only. */
  writes: 'own' | 'none';
  /** As in ISC_ALLOW_RISKS. */
  risks: readonly string[];
  /** As in ISC_QUOTA: `100/10s` or `off`. */
  quota: string;
  /** The options that chose some of the specs, as typed: `--clause triggers.list`; absent when all were chosen. */
  selection?: string;
  created?: number;
  removed?: number;
}>;

/** What the run made and could not remove. */
export type Leftover = Readonly<{ id: string; name: string; kind?: string; reason?: string }>;

/** Why something was not judged; the setting is there where one would change it. */
type Unjudged = Readonly<{ reason?: string; setting?: string; capability?: string }>;

/** One of the 64 cells in one version. `passed` with a reason: kept, with a warning. */
export type CellResult = Unjudged &
  Readonly<{
    apiVersion: ApiVersion;
    operation: OperationId;
    status: number;
    provokedBy: 'request' | 'fault';
    outcome: Outcome;
  }>;

export type ClauseResult = Unjudged &
  Readonly<{
    id: string;
    level: 'must' | 'should';
    statement: string;
    operation: Endpoint | readonly Endpoint[];
    status?: number;
    source: string;
    outcome: Outcome;
    /** Ids of the specs that judge it, of `specs`. */
    tests: readonly string[];
  }>;

/** One broken promise, however many exchanges broke it. */
export type ViolationResult = Readonly<{
  /** The same from run to run. */
  fingerprint: string;
  clause: string;
  operation: Endpoint;
  status?: number;
  level: 'must' | 'should';
  statement: string;
  source?: string;
  expected: string;
  seen: string;
  /** What else was seen in place of what was expected, the first few. */
  alsoSeen?: readonly string[];
  apiVersions: readonly ApiVersion[];
  /** Who answers for it, why, and until which day; absent where nobody does. */
  waiver?: Readonly<{ reason: string; owner: string; expires: string }>;
  /** How often it was seen. */
  count: number;
  /** Ids of the specs that saw it, of `specs`. */
  tests: readonly string[];
  /** The first one that showed it. */
  exchange?: Exchange;
  /** The exchange as a command, `$ISC_TOKEN` in place of the token. */
  curl?: string;
  rerun: string;
}>;

/** One spec in one version. */
export type SpecResult = Readonly<{
  id: string;
  title: string;
  location: string;
  apiVersion: ApiVersion;
  /** `waived`: it saw broken promises, and all of them are waived. */
  outcome: JudgedRecord['outcome'];
  seconds: number;
  clauses: readonly string[];
  cells: readonly CellRef[];
  skip?: SkipRecord;
  error?: string;
  /** Fingerprints of `violations`. */
  violations: readonly string[];
  exchanges: TestRecord['exchanges'];
}>;

/** What was not judged for one reason. */
export type SkippedGroup = SkipRecord &
  Readonly<{ cells: readonly CellRef[]; clauses: readonly string[]; specs: readonly string[] }>;

export type OutcomeCounts = Readonly<Record<Outcome | 'total', number>>;

/** A waiver for this target, and whether the run needed it. */
export type WaiverResult = Readonly<{
  /** The clause, or the cell as `listSubscriptions 400`. */
  clause?: string;
  cell?: string;
  target: string;
  apiVersion?: ApiVersion;
  reason: string;
  owner: string;
  /** The last day on which it holds, UTC. */
  expires: string;
  /** Where it is written: `waivers.yaml:3`. */
  place: string;
  /** `waived`: what it is about is broken. `stale`: that is kept again. `skipped`: that was not wholly judged. */
  outcome: 'waived' | 'stale' | 'skipped';
  /** Fingerprints of `violations`. */
  violations: readonly string[];
}>;

/** Counts that every format prints, so that none counts for itself. */
export type Totals = Readonly<{
  cells: OutcomeCounts & Readonly<{ judgedByRequest: number; judgedByFault: number }>;
  clauses: OutcomeCounts;
  /** Different violations of level `must` that nobody answers for, those that are waived, and those of level `should`. */
  broken: number;
  waived: number;
  warnings: number;
  /** Waivers of what was kept again. */
  stale: number;
}>;

/**
 * `notRun` are among `error`: planned, and the run ended before them.
 * planned = passed + failed + skipped + waived + error.
 */
export type TestCounts = Readonly<
  Record<'planned' | 'passed' | 'failed' | 'skipped' | 'waived' | 'error' | 'notRun', number>
>;

/** The result of a gate, `conformance.json`: every renderer is a function of it. */
export type ConformanceReport = Readonly<{
  schemaVersion: 1;
  tool: Tool;
  run: RunInfo;
  target: TargetInfo;
  verdict: Verdict;
  exitCode: 0 | 1 | 2 | 130;
  /** Why the run is INCOMPLETE, or would be if no promise were broken. */
  reasons: readonly string[];
  conditions: Conditions;
  tests: TestCounts;
  totals: Totals;
  violations: readonly ViolationResult[];
  cells: readonly CellResult[];
  clauses: readonly ClauseResult[];
  skipped: readonly SkippedGroup[];
  leftovers: readonly Leftover[];
  waived: readonly WaiverResult[];
  /** What went wrong outside of any spec. */
  errors: readonly string[];
  specs: readonly SpecResult[];
}>;
