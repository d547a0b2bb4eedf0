import { createHash } from 'node:crypto';

export const severities = ['error', 'warning', 'info'] as const;

/** How much it matters: events are lost or fail now; dispatch is in danger; worth knowing. */
export type Severity = (typeof severities)[number];

export type Subject = Readonly<{
  kind: 'trigger' | 'subscription' | 'api';
  id: string;
  name: string;
  /** Of a subscription. */
  triggerId?: string;
}>;

/** One thing that is not well, as a rule sees it in one snapshot. */
export type Finding = Readonly<{
  /** What is wrong, in two words: `invocations.failing`. One rule gives one subject at most one finding of an id. */
  id: string;
  severity: Severity;
  subject: Subject;
  /** The evidence, in a sentence. */
  what: string;
  /** What it does to the business while it lasts, in a few words. */
  impact: string;
  /** What to do about it. */
  advice: string;
}>;

/** The same for the same finding in every night, whatever its evidence is. */
export const fingerprintOf = ({ id, subject }: Pick<Finding, 'id' | 'subject'>): string =>
  createHash('sha256')
    .update(JSON.stringify([id, subject.kind, subject.id]))
    .digest('hex')
    .slice(0, 16);
