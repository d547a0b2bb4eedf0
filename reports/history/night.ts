import type { Finding, Subject } from '../health/finding.ts';
import type { HealthVerdict } from '../health/health-report.ts';
import type { MeasureName } from './trends/measures.ts';

/** What one night leaves to those after it. */
export type Night = NightHead &
  Readonly<{
    /** What stood in that night; what it resolved is not among them. */
    findings: readonly KeptFinding[];
    measures: readonly Measure[];
    /** Triggers and subscriptions as they were. */
    items: readonly Item[];
  }>;

export type NightHead = Readonly<{
  /** When the reading began, ISO 8601 UTC. */
  taken: string;
  run: string;
  apiVersion: string;
  verdict: HealthVerdict;
  /** The whole tenant was read: what is not in this night was not there. */
  whole: boolean;
}>;

export type KeptFinding = Finding &
  Readonly<{
    fingerprint: string;
    /** First night of it, ISO 8601 UTC. */
    since: string;
  }>;

export type Measure = Readonly<{
  name: MeasureName;
  subject: Subject;
  value: number;
  /** How many invocations or requests it is made of. */
  samples: number;
}>;

/** A trigger or subscription, as its facts by place: `filter`, `input.changes[].attribute`. */
export type Item = Readonly<{
  subject: Subject & Readonly<{ kind: 'trigger' | 'subscription' }>;
  facts: Readonly<Record<string, string>>;
}>;
