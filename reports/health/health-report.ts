import type { OperationId } from '../../contracts/operations.ts';
import type { CalendarDay } from '../history/calendar.ts';
import type { Drift } from '../history/drift/drift.ts';
import type { Trend } from '../history/trends/trends-of.ts';
import type { ApiSummary } from './api-summary.ts';
import type { Finding, Severity } from './finding.ts';

export type HealthVerdict = 'PASS' | 'FAIL' | 'INCOMPLETE';

/** A finding as earlier nights know it. */
export type DatedFinding = Finding &
  Readonly<{
    fingerprint: string;
    /** `resolved`: it was there last night, and is not any more. */
    state: 'new' | 'known' | 'resolved';
    /** The first night of it, ISO 8601 UTC; stays the same while it lasts. */
    since: string;
    /** The day until whose end (UTC) somebody answers for it, `2026-06-30`: it fails no night and tells nobody. */
    acknowledged?: string;
  }>;

/** What earlier nights make of this one. A first night has `night` 1, all findings new, no trends and no drift. */
export type Past = Readonly<{
  night: number;
  /** Those of this night, and those that it resolved. */
  findings: readonly DatedFinding[];
  /** Those that changed first. */
  trends: readonly Trend[];
  /** What breaks first. */
  drift: readonly Drift[];
  /** The 30 days up to this night, as the nights before it left them; none on a first night. */
  calendar: readonly CalendarDay[];
  /** Files of the history that are damaged, and were left out. */
  unreadable: readonly string[];
  /**
   * Why no earlier night could be read, and what to do. Then findings are told as new, and whether they are is not known;
   * `night` is 1.
   */
  historyFault?: string;
}>;

/** What was read, for people to see how far the findings reach. */
export type ReadSummary = Readonly<{
  triggers: number;
  /** Ids of those that no documentation lists: a tenant may offer more, and nothing is known of their events. */
  undocumentedTriggers: readonly string[];
  subscriptions: number;
  invocations: number;
  /** Only the newest 2000 could be fetched. */
  truncated: boolean;
  /** Lists that could not be read to their end; nothing can be said of how many there are. */
  unread: readonly OperationId[];
}>;

/** `health.json`. */
export type HealthReport = Readonly<{
  schemaVersion: 1;
  tool: Readonly<{ name: string; version: string }>;
  run: Readonly<{ id: string; started: string; seconds: number }>;
  target: Readonly<{ kind: 'mock' | 'tenant'; host: string; apiVersions: readonly string[] }>;
  verdict: HealthVerdict;
  exitCode: 0 | 1 | 2;
  /** Why it could not be judged, or not wholly. */
  reasons: readonly string[];
  conditions: Readonly<{ failOn: Severity; onlyNew: boolean }>;
  read: ReadSummary;
  api: ApiSummary;
}> &
  Past;
