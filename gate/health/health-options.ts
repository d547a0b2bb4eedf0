import type { Severity } from '../../reports/health/finding.ts';

/** What health was asked for on the command line. */
export type HealthOptions = Readonly<{
  /** Least severity of a finding that ends in exit 1. */
  failOn: Severity;
  /** Exit 1 only for findings that the last night did not have. */
  onlyNew?: boolean;
  /** Folder of earlier nights. */
  history?: string;
  /** How long nights are kept. */
  keepDays: number;
  /** The vendor's OpenAPI file to compare the contract with. */
  openapi?: string;
  /** Gets `health.md` on its standard input. */
  notifyCommand?: string;
  /** Notify only where something is new or resolved, or could not be judged. */
  notifyOnChange?: boolean;
  /** File that says when the last night ended. */
  heartbeat?: string;
  /** Share of the response deadline, 0 to 1. */
  deadlineShare: number;
  /** Share of invocations, 0 to 1. */
  failingShare: number;
  apiVersion?: string;
  results: string;
  color: boolean;
  quiet?: boolean;
}>;
