import type { Leftover } from '../conformance/report.ts';
import type { Phase, PhaseSummary } from './phases.ts';

export type LoadVerdict = 'PASS' | 'FAIL' | 'INVALID' | 'INCOMPLETE';

/** Whether the generator did what it was told. Shares from 0 to 1. */
export type Certificate = Readonly<{
  valid: boolean;
  /** Share of the intended starts that the generator itself failed to make. */
  rateError: number;
  latenessP99Ms: number | null;
  /** Share of the machine that the generator used; null where nobody looked. */
  cpuShare: number | null;
  /** Events that were not started because the generator was late, or had too few virtual users. */
  lateDrops: number;
  /** Why it is not valid. */
  reasons: readonly string[];
}>;

/** Each event by its number: intended = dropped + sent, sent = accepted + refused + unanswered. */
export type Invocations = Readonly<{
  intended: number;
  dropped: number;
  sent: number;
  accepted: number;
  refused: number;
  unanswered: number;
}>;

/** Fan-out counted: expected = delivered + lost. */
export type Deliveries = Readonly<{
  expected: number;
  delivered: number;
  lost: number;
  doubled: number;
  /** Delivered, and behind the response deadline. */
  late: number;
}>;

/** Of the modes that await a response: expected = completed + missed. */
export type Completions = Readonly<{ expected: number; completed: number; missed: number }>;

export type Accounting = Readonly<{
  invocations: Invocations;
  deliveries: Deliveries;
  completions: Completions;
}>;

/** A limit of slo.yaml, and what was seen of it. `seen` is null where the samples are too few for the number. */
export type SloLine = Readonly<{
  measure: string;
  limit: number;
  unit: 'ms' | 'share' | 'per s';
  seen: number | null;
  ok: boolean;
  /** What the number does not say. */
  note?: string;
}>;

export type QuotaFound = Readonly<{
  burst: number;
  refillPerSecond: number;
  kind: 'bucket' | 'window';
  perClient: boolean | null;
  perVersion: boolean | null;
}>;

/** A point in time of a run, for its charts: what was meant and what came, in a second. */
export type RatePoint = Readonly<{ second: number; target: number; started: number; answered: number }>;

/** How much of their deadline events used, from the intended start. */
export type DeadlineUse = Readonly<{
  limitMs: number;
  missed: number;
  worstShare: number | null;
  /** Events that used from one share of it to another; the last stretch has no end and holds the late ones. */
  shares: readonly Readonly<{ from: number; to: number; events: number }>[];
}>;

/** What one of several runners made of its share, counted from 1. */
export type RunnerReport = Readonly<{ runner: number; sent: number; certificate: Certificate }>;

export type ScenarioReport = Readonly<{
  name: string;
  /** What was measured, warm-up left out. */
  seconds: number;
  /** Events or requests a second; null where the scenario has none to hold. */
  targetRate: number | null;
  achievedRate: number | null;
  modes?: readonly string[];
  fanOut?: number;
  quota?: QuotaFound;
  phases: Readonly<Partial<Record<Phase, PhaseSummary>>>;
  deadline: DeadlineUse | null;
  slo: readonly SloLine[];
  accounting: Accounting | null;
  /** What the warm-up made; counted apart. */
  warmup: Accounting | null;
  certificate: Certificate;
  /** Where the events were split over several: the certificate holds of each of them as well. */
  runners?: readonly RunnerReport[];
  /** Promises that were seen broken, and what could not be judged. */
  findings: readonly string[];
  notJudged: readonly string[];
  /** What holds of the numbers: how far they can be trusted, what limited them. */
  notes: readonly string[];
  rates: readonly RatePoint[];
  details?: Readonly<Record<string, unknown>>;
}>;

/** What this target does not allow, and the setting that would. */
export type SkippedScenario = Readonly<{ name: string; reason: string }>;

export type LoadReport = Readonly<{
  schemaVersion: 1;
  tool: Readonly<{ name: string; version: string }>;
  run: Readonly<{ id: string; started: string; seconds: number }>;
  target: Readonly<{ kind: 'mock' | 'tenant' | 'subscriber'; host: string; apiVersions: readonly string[] }>;
  verdict: LoadVerdict;
  exitCode: 0 | 1 | 2 | 130;
  /** Why the verdict is not PASS, the weightiest first. */
  reasons: readonly string[];
  conditions: Readonly<{
    workload: string;
    rate: number;
    k6: string;
    quota: string;
    cores: number;
    /** Share of the machine that everything on it used while k6 ran; null where nobody looked. */
    machineCpuShare: number | null;
  }>;
  scenarios: readonly ScenarioReport[];
  skipped: readonly SkippedScenario[];
  accounting: Accounting & Readonly<{ warmup: Accounting }>;
  certificate: Certificate;
  leftovers: readonly Leftover[];
}>;
