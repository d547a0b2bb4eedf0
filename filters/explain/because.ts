import type { FilterPath } from '../compile.ts';
import type { Finding } from './types.ts';
import { hasPredicate, scansEverything } from './verdict.ts';

export const unknownReason = (path: FilterPath, raises: string | undefined): string => {
  if (raises === 'PatternNotJudgedError')
    return 'the regular expression has something whose Java meaning cannot be judged here';
  if (raises === 'FilterLimitError') return 'the filter or the payload goes beyond the limits of this tool';
  if (scansEverything(path)) return 'what ..* finds depends on how the tenant configures its library';
  if (path.function) return 'the path ends in a function: what counts as a match is not published';
  if (!hasPredicate(path)) return 'the path has no predicate: what counts as a match is not published';
  return 'the outcome cannot be judged';
};

/** The one sentence behind a match or no match. */
export const matchReason = (
  verdict: 'match' | 'no match',
  findings: readonly Finding[],
  raises: string | undefined,
): string => {
  if (verdict === 'match') return absentMatch(findings) ?? 'the predicate holds for at least one node';
  if (raises === 'PathNotFoundException') return 'the path in front of the predicate is not in the payload';
  if (raises === 'InvalidPathException')
    return 'the predicate meets a value that is neither an object nor a list';
  if (raises !== undefined) return `the library raises ${raises}, which ends the whole read`;
  if (findings.length === 0) return 'there is no node to test';
  return 'the predicate holds for no node';
};

const absentMatch = (findings: readonly Finding[]): string | undefined => {
  const absent = findings.find(
    ({ holds, notes }) => holds === true && notes.some(({ code }) => code === 'holds-because-absent'),
  );
  return absent && `${absent.test} holds because ${absent.left.text} is absent`;
};
