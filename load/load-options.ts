/** What `load` was asked for on the command line. */
export type LoadOptions = Readonly<{
  scenario?: string;
  workload: string;
  rate?: number;
  trigger?: string;
  mode?: string;
  /** False with `--no-visible`. */
  visible: boolean;
  fanOut: number;
  segments: number;
  burst?: string;
  url?: string;
  iOwnThisEndpoint?: string;
  slo?: string;
  results: string;
  color: boolean;
  quiet?: boolean;
}>;
