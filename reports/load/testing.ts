import type { Generation } from './certificate.ts';
import type { Accounting, ScenarioReport } from './load-report.ts';
import type { LoadSlo } from './slo.ts';

/** Limits as load/slo.yaml has them. */
export const usualSlo: LoadSlo = {
  latency: { accepted: { p95: 500, p99: 1000 } },
  deadline: { limitMs: 10_000, missed: 0.001 },
  allowed: { refused: 0, unanswered: 0, lost: 0, doubled: 0 },
  carried: 0.99,
  certificate: { rateError: 0.01, latenessP99Ms: 10, cpuShare: 0.8 },
  headroom: 1.5,
};

/** A generator that did all that it was told. */
export const rightGeneration: Generation = {
  intended: 1000,
  unmade: 0,
  lateDrops: 0,
  waitingDrops: 0,
  users: { most: 200, enough: 200 },
  latenessP99Ms: 2,
  cpuShare: 0.3,
  idleRunners: [],
  emptyMeasures: [],
  faults: [],
};

export const rightAccounting: Accounting = {
  invocations: { intended: 1000, dropped: 0, sent: 1000, accepted: 1000, refused: 0, unanswered: 0 },
  deliveries: { expected: 1000, delivered: 1000, lost: 0, doubled: 0, late: 0 },
  completions: { expected: 500, completed: 500, missed: 0 },
};

/** A scenario that kept all its limits. */
export const rightScenario: ScenarioReport = {
  name: 'dispatch-latency',
  seconds: 10,
  targetRate: 100,
  achievedRate: 100,
  phases: {},
  deadline: null,
  slo: [{ measure: 'accepted p99', limit: 1000, unit: 'ms', seen: 20, ok: true }],
  accounting: rightAccounting,
  warmup: null,
  certificate: { valid: true, rateError: 0, latenessP99Ms: 2, cpuShare: 0.3, lateDrops: 0, reasons: [] },
  findings: [],
  notJudged: [],
  notes: [],
  rates: [],
};
