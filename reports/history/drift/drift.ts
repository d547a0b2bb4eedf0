import type { Severity, Subject } from '../../health/finding.ts';

/** Something that is not as it was, or not as it is written. */
export type Drift = Readonly<{
  /** What it differs from: last night, this project's contract, or the vendor's OpenAPI description differs from that. */
  against: 'last night' | 'contract' | 'openapi';
  change: 'came' | 'went' | 'changed';
  subject: Subject;
  /** `filter`, `input changes[].attribute`, `listTriggers 200 [].id`; absent where the whole subject is meant. */
  place?: string;
  before?: string;
  after?: string;
  /** Whoever relies on what was before may fail. */
  breaking: boolean;
  severity: Severity;
}>;
