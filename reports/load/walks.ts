/** One walk through a collection. */
export type Walk = Readonly<{
  /** `quiet`: nobody wrote beside; `busy`: somebody did. */
  when: 'quiet' | 'busy';
  operation: string;
  limit: number;
  /** Different records that were met. */
  records: number;
  /** Of these, how many came more than once. */
  repeated: number;
  /** Records that are known to be there and did not come. */
  missing: number;
  /** Whether it came to the end of the collection. */
  whole: boolean;
  /** Of the last page. */
  status: number;
  /** Pages with more records than asked for. */
  oversized: number;
  /** The different values of X-Total-Count; an empty one where it was absent. */
  totals: readonly string[];
}>;

type Rule = Readonly<{
  /** A sentence about how many walks, where it is broken. */
  says: string;
  broken: (walk: Walk) => boolean;
}>;

/**
 * What a walk through a collection that stands still promises: every record once, as many as X-Total-Count says. Of
 * one that moves below the walk nothing of the kind is published, so there only refusals and sizes are judged.
 */
export const judgeWalks = (walks: readonly Walk[]): readonly string[] =>
  [
    ...quietRules.map((rule) => ({ ...rule, when: 'quiet' })),
    ...rules.map((rule) => ({ ...rule, when: '' })),
  ].flatMap(({ says, broken, when }) => {
    const found = walks.filter((walk) => (when === '' || walk.when === when) && broken(walk));
    const [first] = found;

    return first === undefined
      ? []
      : [`${first.operation} with limit ${first.limit}: ${says} (${found.length} of ${walks.length} walks)`];
  });

const quietRules: readonly Rule[] = [
  { says: 'a record came on more than one page', broken: ({ repeated }) => repeated > 0 },
  { says: 'a record that is there did not come', broken: ({ missing }) => missing > 0 },
  {
    says: 'X-Total-Count is not the number of records',
    broken: ({ totals, records, whole }) => whole && (totals.length !== 1 || totals[0] !== String(records)),
  },
];

const rules: readonly Rule[] = [
  { says: 'a page was refused', broken: ({ status }) => status !== 200 },
  { says: 'a page held more records than asked for', broken: ({ oversized }) => oversized > 0 },
  { says: 'X-Total-Count was absent though asked for', broken: ({ totals }) => totals.includes('') },
];

/** A walk as the scenario writes it. */
export const walkOf = (row: readonly string[]): Walk => {
  const [, when, operation = '', limit, records, repeated, missing, whole, status, oversized, totals = ''] =
    row;

  return {
    when: when === 'busy' ? 'busy' : 'quiet',
    operation,
    limit: Number(limit),
    records: Number(records),
    repeated: Number(repeated),
    missing: Number(missing),
    whole: whole === 'true',
    status: Number(status),
    oversized: Number(oversized),
    totals: totals.split('|'),
  };
};
