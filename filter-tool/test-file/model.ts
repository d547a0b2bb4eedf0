import type { Verdict } from '../../filters/index.ts';

/** A payload of a test file, and what the filter must make of it. */
export type Wanted = Readonly<{
  verdict: 'match' | 'no match';
  line: number;
  source:
    | Readonly<{ kind: 'sample'; trigger: string }>
    | Readonly<{ kind: 'file'; file: string }>
    | Readonly<{ kind: 'payload'; value: unknown }>;
}>;

/** A filter of a test file with its payloads, at least one. */
export type FilterCases = Readonly<{
  name: string;
  filter: string;
  wanted: readonly Wanted[];
}>;

/** What a filter made of a payload. `because` says why it is not what was wanted, or why it cannot be told. */
export type Judged = Readonly<{
  wanted: Wanted;
  /** What people call the payload. */
  name: string;
  verdict: Verdict | 'does not compile';
  outcome: Outcome;
  because: string;
}>;

/** `broken`: otherwise than wanted. `unknown`: it cannot be told. */
export type Outcome = 'kept' | 'broken' | 'unknown';

export type JudgedFilter = Readonly<{ cases: FilterCases; judged: readonly Judged[]; outcome: Outcome }>;

export type TestVerdict = 'PASS' | 'FAIL' | 'INCOMPLETE';

/** A broken case stays broken, whatever else cannot be told. */
export const verdictOf = (outcomes: readonly Outcome[]): TestVerdict => {
  if (outcomes.includes('broken')) return 'FAIL';

  return outcomes.includes('unknown') ? 'INCOMPLETE' : 'PASS';
};

export const exitCodes = { PASS: 0, FAIL: 1, INCOMPLETE: 2 } as const;
