import { createHash } from 'node:crypto';
import type { ViolationRecord } from '../record.ts';

// What differs between two runs that saw the same thing.
const passing: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/[^\s/"']+/gi, 'HOST'],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, 'ID'],
  [/\b\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/g, 'TIME'],
  [/\b\d+(?:\.\d+)? ?(?:ms|s|seconds?|milliseconds?)\b/gi, 'DURATION'],
  [/\bisc-triggers [0-9a-z]+\b/gi, 'RUN'],
  [/\b(?=[a-z]*\d)[0-9a-f]{16,}\b/gi, 'ID'],
  // A count that was expected depends on what else the tenant holds.
  [/\d+/g, 'N'],
  [/\s+/g, ' '],
];

/**
 * Names a violation from run to run: 16 hex digits of clause, operation, status and what was expected, in which
 * ids, times, hosts, numbers and the run's id do not count. What was seen does not count either: a promise
 * that is broken in another way is still the same broken promise.
 */
export const fingerprint = (
  { clause, operation, status, expected }: Omit<ViolationRecord, 'level' | 'seen' | 'exchange'>,
  runId: string,
): string =>
  createHash('sha256')
    .update(JSON.stringify([clause, operation, status ?? '', normalised(expected, runId)]))
    .digest('hex')
    .slice(0, 16);

const normalised = (text: string, runId: string): string =>
  passing
    .reduce(
      (rest, [pattern, word]) => rest.replace(pattern, word),
      runId === '' ? text : text.replaceAll(runId, 'RUN'),
    )
    .trim();
