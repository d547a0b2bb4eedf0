/** What the gate was asked for on the command line. */
export type GateOptions = Readonly<{
  smoke?: boolean;
  plan?: boolean;
  clause?: string;
  operation?: string;
  apiVersion?: string;
  workers?: number;
  requireCells?: number;
  /** File of the broken promises that somebody answers for; absent: `waivers.yaml`, where it is there. */
  waivers?: string;
  /** Folder or `conformance.json` of an earlier run to compare with. */
  baseline?: string;
  /** Exit 1 only for what the baseline has not. */
  onlyNew?: boolean;
  results: string;
  color: boolean;
  quiet?: boolean;
}>;

/** Something that a person can mend: told in a sentence, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
