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
    typeof value === 'string' ? [sortable(value)] : [],
  );
  const disorder = firstDisorder(values, direction);

  return {
    holds: disorder === undefined,
    expected: `${member} ${direction}`,
    seen: disorder === undefined ? '' : `${disorder[0]} before ${disorder[1]}`,
  };
};

/** The records come in the order of several members, the first deciding; times are compared as times. */
export const inOrderOfAll = (answer: Answer, sorters: string): Fact => {
  const keys = sorters.split(',').map((sorter) => ({
    member: sorter.replace(/^-/, ''),
    direction: sorter.startsWith('-') ? ('descending' as const) : ('ascending' as const),
  }));
  const records = recordsOf(answer);
  const wrong = records.findIndex((record, index) => {
    const next = records[index + 1];
    return next !== undefined && isOutOfOrder(record, next, keys);
  });

  return {
    holds: wrong < 0,
    expected: `the order of ${sorters}`,
    seen: `records ${wrong + 1} and ${wrong + 2} of ${records.length} the other way round`,
  };
};

type Key = Readonly<{ member: string; direction: 'ascending' | 'descending' }>;

/** Values that are equal in a key leave the decision to the next; one that is missing may stand anywhere. */
const isOutOfOrder = (
  one: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
  [key, ...others]: readonly Key[],
): boolean => {
  if (key === undefined) return false;
  const [first, second] = [one[key.member], next[key.member]];
  if (typeof first !== 'string' || typeof second !== 'string') return false;
  if (first === second) return isOutOfOrder(one, next, others);

  return firstDisorder([sortable(first), sortable(second)], key.direction) !== undefined;
};

/** Times with any number of decimals, made comparable as texts. */
const sortable = (text: string): string => {
  const [, seconds, decimals = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|[+-]00:?00)$/.exec(text) ?? [];

  return seconds === undefined ? text : `${seconds}.${decimals.padEnd(9, '0')}Z`;
};

const short = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none' : ids.length <= 4 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} ...`;
