import type { Case, Explanation, Verdict } from '../filters/index.ts';

/** The word that begins a line, and what the tenant does. */
export const outcomes = {
  match: { word: 'MATCH', tenant: 'The tenant sends this event.', exitCode: 0 },
  'no match': {
    word: 'NO MATCH',
    tenant: 'The tenant sends nothing for this event, and no status appears.',
    exitCode: 1,
  },
  unknown: { word: 'UNKNOWN', tenant: 'Whether the tenant sends this event cannot be told.', exitCode: 2 },
} as const satisfies Readonly<Record<Verdict, Readonly<{ word: string; tenant: string; exitCode: number }>>>;

/** 0: every payload matches. 1: at least one does not. 2: one cannot be told, or nothing was judged. */
export const exitCodeOf = (explanation: Explanation): 0 | 1 | 2 => {
  if (!explanation.compiles || explanation.cases.length === 0 || explanation.counts.unknown > 0) return 2;

  return explanation.counts['no match'] > 0 ? 1 : 0;
};

/** Nothing is known of what such a read selects: the pattern cannot be judged, or it is too much work. */
export const isUnread = ({ raises = '' }: Pick<Case, 'raises'>): boolean =>
  ['PatternNotJudgedError', 'FilterLimitError'].includes(raises);
