import { type Finding, fingerprintOf } from '../finding.ts';
import type { Past } from '../health-report.ts';

/** A night that knows of no other: every finding is new, since now. */
export const firstNight = (findings: readonly Finding[], taken: string): Past => ({
  night: 1,
  findings: findings.map((finding) => ({
    ...finding,
    fingerprint: fingerprintOf(finding),
    state: 'new',
    since: taken,
  })),
  trends: [],
  drift: [],
  calendar: [],
  unreadable: [],
});
