/** What a subscriber owes a tenant (`must`), or had better do (`should`). Only the first can fail it. */
export type Promised = Readonly<{
  /** `must` follows from something documented, or from what the user said of the subscriber. */
  level: 'must' | 'should';
  statement: string;
  /** Where it is documented, or who says so; for a `should`, what is not published. */
  basis: string;
  advice: string;
}>;
