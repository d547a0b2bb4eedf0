import type { SkipRecord } from '../record.ts';
import type { JudgedRecord } from './judged-record.ts';

/** The skip that tells most: one with a setting before one that nothing here would change. */
export const oneSkip = (records: readonly JudgedRecord[]): SkipRecord | undefined => {
  const skips = records.flatMap(({ skip }) => (skip === undefined ? [] : [skip]));

  return skips.find(({ setting }) => setting !== undefined) ?? skips[0];
};

/** What was to be judged after a promise that somebody answers for, by a spec that went no further. */
export const stoppedAtWaived = (records: readonly JudgedRecord[]): SkipRecord | undefined => {
  const stopped = records.find(({ outcome }) => outcome === 'waived');
  const clause = stopped?.violations.find(({ level }) => level === 'must')?.clause;

  return clause === undefined
    ? undefined
    : { capability: 'waived', reason: `its spec stopped at the waived ${clause}` };
};

/** Why no spec was planned at all. */
export const notPlanned = (selection: string | undefined, onlyByFault = false): SkipRecord => {
  if (selection !== undefined) return { capability: 'selection', reason: `not selected by ${selection}` };

  return onlyByFault
    ? { capability: 'faults', reason: 'only a fault provokes it: judged on the mock' }
    : { capability: 'not-yet', reason: 'not yet: no spec judges it' };
};
