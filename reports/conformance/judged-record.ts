import type { TestRecord, ViolationRecord } from '../record.ts';

/** What a spec came to once waivers are looked at. `waived`: it saw broken promises, and all of them are waived. */
export type JudgedRecord = Omit<TestRecord, 'outcome'> &
  Readonly<{ outcome: TestRecord['outcome'] | 'waived' }>;

export const judgedRecord = (
  record: TestRecord,
  isWaived: (violation: ViolationRecord) => boolean,
): JudgedRecord =>
  record.outcome === 'failed' &&
  record.violations.every((violation) => violation.level === 'should' || isWaived(violation))
    ? { ...record, outcome: 'waived' }
    : record;
