import { expect as playwrightExpect } from '@playwright/test';
import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { Endpoint, OperationId } from '../../contracts/operations.ts';
import { operations } from '../../contracts/operations.ts';
import { type Answer, inBrief, type JsonObject, objectOf } from './answer.ts';
import { differences, presentIn } from './differences.ts';
import { violate } from './recorder.ts';

/** Which promise a failed expectation breaks, where it is not the test's own. */
export type Blame = Readonly<{
  clause?: ClauseId;
  operation?: Endpoint;
  status?: number;
  level?: 'must' | 'should';
}>;

/**
 * Playwright's `expect` with the words of this field. A failed expectation is noted as a violation with what
 * was expected and seen, and ends the test.
 */
export const expect = playwrightExpect.extend({
  /** The answer has this very status. */
  toHaveStatus: (answer: Answer, status: number, blame: Blame = {}) =>
    verdict(answer, answer.status === status, String(status), inBrief(answer), blame),

  /**
   * The request was refused for its cause: by the status that is documented for it, or, where none is published,
   * by any 4xx but 401 and 429. A refusal with an undocumented 4xx only warns. `cause` says why it has to be, where
   * the exchange alone does not.
   */
  toBeRefused: (
    answer: Answer,
    status?: 400 | 401 | 403 | 404,
    { cause, ...blame }: Blame & Readonly<{ cause?: string }> = {},
  ) => {
    const expected = `${status ?? 'a refusal, 4xx but 401 and 429'}${cause === undefined ? '' : `: ${cause}`}`;
    const refusal = refusalOf(answer, status);
    if (refusal === 'undocumented') {
      violate(answer.recorder, {
        expected,
        seen: inBrief(answer),
        level: 'should',
        exchange: answer.exchange,
        ...blame,
      });
    }
    // A request that should have been refused must not make the tenant fail, whatever its refusal is worth.
    const level = answer.status >= 500 ? ({ level: 'must' } as const) : {};
    return verdict(answer, refusal !== 'none', expected, inBrief(answer), { ...blame, ...level });
  },

  /** The body is an object that has these members with these values, and may have more. */
  toShow: (answer: Answer, members: JsonObject, blame: Blame = {}) => shows(answer, members, blame),

  /** The same for members that an answer may leave out: those that it has have these values. */
  toShowIfPresent: (answer: Answer, members: JsonObject, blame: Blame = {}) =>
    shows(answer, presentIn(objectOf(answer), members), blame),

  /** A fact about the answer that `expected` states and `seen` contradicts where it does not hold. */
  toKeep: (
    answer: Answer,
    fact: Readonly<{ holds: boolean; expected: string; seen: string }>,
    blame: Blame = {},
  ) => verdict(answer, fact.holds, fact.expected, fact.seen, blame),
});

const shows = (answer: Answer, members: JsonObject, blame: Blame) => {
  const [first] = differences(objectOf(answer), members);

  return verdict(answer, first === undefined, first?.expected ?? 'as sent', first?.seen ?? 'as sent', blame);
};

/** A promise of level `should` warns and lets the test go on. */
const verdict = (answer: Answer, holds: boolean, expected: string, seen: string, blame: Blame) => {
  const pass =
    holds || violate(answer.recorder, { expected, seen, exchange: answer.exchange, ...blame }) === 'should';

  return { pass, message: () => `expected ${expected}, seen ${seen}` };
};

const refusalOf = ({ operation, status }: Answer, cause?: number): 'documented' | 'undocumented' | 'none' => {
  if (status === cause) return 'documented';
  if (status < 400 || status >= 500 || status === 401 || status === 429) return 'none';
  const errors: readonly number[] = operations[operation as OperationId].errors;
  if (!errors.includes(status)) return 'undocumented';

  return cause === undefined ? 'documented' : 'none';
};
