/** What a description says of one place, read from a fact such as `string of A,B required` or `query integer 0..250`. */
export type Fact = Readonly<{
  types: ReadonlySet<string>;
  values: readonly string[] | undefined;
  required: boolean;
  least: number;
  greatest: number;
}>;

const kinds = /^(query |path )?(?<types>[a-z|]+)/;

export const readFact = (text: string): Fact => {
  const bounds = / (?<least>-?\d+)\.\.(?<greatest>\d*)/.exec(text)?.groups;

  return {
    types: new Set((kinds.exec(text)?.groups?.types ?? '').split('|')),
    values: / of (\S+)/.exec(text)?.[1]?.split(','),
    required: / required\b/.test(text),
    least: bounds ? Number(bounds.least) : Number.NEGATIVE_INFINITY,
    greatest: bounds?.greatest ? Number(bounds.greatest) : Number.POSITIVE_INFINITY,
  };
};
