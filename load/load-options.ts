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
  /** Folder to write manifests for the k6 operator into. */
  kubernetes?: string;
  /** Such a folder, to be the other side of its pods. */
  provision?: string;
  burst?: string;
  url?: string;
  iOwnThisEndpoint?: string;
  slo?: string;
  results: string;
  color: boolean;
  quiet?: boolean;
}>;
