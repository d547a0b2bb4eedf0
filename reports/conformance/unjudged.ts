import type { SkipRecord, TestRecord } from '../record.ts';

/** The skip that tells most: one with a setting before one that nothing here would change. */
export const oneSkip = (records: readonly TestRecord[]): SkipRecord | undefined => {
  const skips = records.flatMap(({ skip }) => (skip === undefined ? [] : [skip]));

  return skips.find(({ setting }) => setting !== undefined) ?? skips[0];
};

/** Why no spec was planned at all. */
export const notPlanned = (selection: string | undefined, onlyByFault = false): SkipRecord => {
  if (selection !== undefined) return { capability: 'selection', reason: `not selected by ${selection}` };

  return onlyByFault
    ? { capability: 'faults', reason: 'only a fault provokes it: judged on the mock' }
    : { capability: 'not-yet', reason: 'not yet: no spec judges it' };
};
