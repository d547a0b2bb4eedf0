import type { Signals } from '../gate/signals.ts';
import type { LoadSlo } from '../reports/load/slo.ts';
import type { RunHead } from './parts/part.ts';
import type { LoadTarget } from './target/open-target.ts';
import type { Workload } from './workloads/workload.ts';

/** What every scenario of a run stands on. */
export type RunParts = BaseParts & Readonly<{ target: LoadTarget }>;

/** The same without a tenant. */
export type BaseParts = Readonly<{
  runId: string;
  /** What the run says of itself, where its raw files are kept to be counted again. */
  head?: RunHead;
  /** Of the run's files; absolute. */
  folder: string;
  signals: Signals;
  slo: LoadSlo;
  /** Path of k6. */
  k6: string;
  workload: Workload;
  /** Events/s; the workload's shares are of it. */
  rate: number;
  /** How many k6 processes the events of an open model are split over. */
  segments: number;
  subscriber: Readonly<{ url?: string; port?: number }>;
  /** Pause between two looks at the statuses, ms. */
  statusPauseMs: number;
  tell: (line: string) => void;
}>;
