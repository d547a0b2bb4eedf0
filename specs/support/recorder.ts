import type { Exchange } from '../../client/exchange.ts';
import type { Clause } from '../../contracts/clauses/clause.ts';
import { type ClauseId, clauses } from '../../contracts/clauses/index.ts';
import type { Endpoint } from '../../contracts/operations.ts';
import type { SkipRecord, TestRecord, ViolationRecord } from '../../reports/record.ts';

/** What one test saw and found broken. Violations are data: they are reported, never thrown. */
export type Recorder = Readonly<{
  /** The promise that the test is about, which a failed expectation breaks. */
  about: { clause: ClauseId; operation: Endpoint; status?: number };
  exchanges: Exchange[];
  violations: ViolationRecord[];
  /** Passwords and bearer tokens that the test wrote, as they are: no answer may hold one. */
  written: string[];
  /** Whether the test's own part is over, and why it could not judge where it found that out while it ran. */
  end: { reached: boolean; skip?: SkipRecord };
}>;

export const createRecorder = (about: Recorder['about']): Recorder => ({
  about,
  exchanges: [],
  violations: [],
  written: [],
  end: { reached: false },
});

type Broken = Readonly<{
  expected: string;
  seen: string;
  clause?: ClauseId;
  operation?: Endpoint;
  status?: number;
  level?: 'must' | 'should';
  exchange?: Exchange;
}>;

/** Notes a broken promise, the test's own clause where none is named, and gives its level. */
export const violate = (
  { about, violations }: Recorder,
  { clause = about.clause, ...broken }: Broken,
): Clause['level'] => {
  const stated: Clause = clauses[clause];
  const level = broken.level ?? stated.level;
  const status = broken.status ?? (clause === about.clause ? about.status : undefined) ?? stated.status;

  violations.push({
    clause,
    operation: broken.operation ?? about.operation,
    ...(status !== undefined && { status }),
    level,
    expected: broken.expected,
    seen: broken.seen,
    ...(broken.exchange && { exchange: broken.exchange }),
  });

  return level;
};

/** The exchanges in brief, as a test's record keeps them. */
export const briefly = (exchanges: readonly Exchange[]): TestRecord['exchanges'] =>
  exchanges.map(({ operation, response, milliseconds }) => ({
    operation,
    status: response.status,
    milliseconds,
  }));
