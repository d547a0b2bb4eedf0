type Compare = (one: string, other: string) => number;

const byCodeUnit: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The orders of texts that a tenant may go by: which one is not published. */
const orders: readonly Compare[] = [
  byCodeUnit,
  (one, other) => byCodeUnit(one.toLowerCase(), other.toLowerCase()),
  new Intl.Collator('en').compare,
  new Intl.Collator('en', { ignorePunctuation: true }).compare,
];

/** Whether `one` comes after `other` in every order that a tenant may go by. */
export const isSurelyAfter: (one: string, other: string) => boolean = (one, other) =>
  orders.every((compare) => compare(one, other) > 0);

/** The first two neighbours that are in the wrong order whatever order a tenant goes by. */
export const firstDisorder = (
  values: readonly string[],
  direction: 'ascending' | 'descending',
): readonly [string, string] | undefined => {
  for (const [index, value] of values.entries()) {
    const next = values[index + 1];
    if (next === undefined) break;
    const wrong = direction === 'ascending' ? isSurelyAfter(value, next) : isSurelyAfter(next, value);
    if (wrong) return [value, next];
  }

  return undefined;
};
