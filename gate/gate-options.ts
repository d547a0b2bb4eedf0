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
  results: string;
  color: boolean;
  quiet?: boolean;
}>;

/** Something that a person can mend: told in a sentence, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
