import { type Answer, recordsOf } from './answer.ts';
import { firstDisorder } from './order.ts';

/** What a list shows, put so that `expect(answer).toKeep(...)` can judge it. */
type Fact = Readonly<{ holds: boolean; expected: string; seen: string }>;

const idsOf = (answer: Answer): readonly string[] => recordsOf(answer).map(({ id }) => String(id));

/**
 * Of the ids that the test knows, the list shows those and no others, each once. What else a tenant has is not
 * looked at.
 */
export const showsOf = (answer: Answer, known: readonly string[], wanted: readonly string[]): Fact => {
  const seen = idsOf(answer).filter((id) => known.includes(id));

  return {
    holds: seen.toSorted().join() === wanted.toSorted().join(),
    expected: `of ${known.length} known records ${wanted.length}: ${short(wanted)}`,
    seen: `${seen.length}: ${short(seen)}`,
  };
};

/** Every record of the list fits. */
export const allFit = (
  answer: Answer,
  expected: string,
  fits: (record: Readonly<Record<string, unknown>>) => boolean,
): Fact => {
  const misfits = recordsOf(answer).filter((record) => !fits(record));

  return {
    holds: misfits.length === 0,
    expected,
    seen: `${misfits.length} of ${recordsOf(answer).length} records do not fit`,
  };
};

/** The records come in the order of a member. */
export const inOrderOf = (answer: Answer, member: string, direction: 'ascending' | 'descending'): Fact => {
  const values = recordsOf(answer).flatMap(({ [member]: value }) =>
    typeof value === 'string' ? [value] : [],
  );
  const disorder = firstDisorder(values, direction);

  return {
    holds: disorder === undefined,
    expected: `${member} ${direction}`,
    seen: disorder === undefined ? '' : `${disorder[0]} before ${disorder[1]}`,
  };
};

const short = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none' : ids.length <= 4 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} ...`;
