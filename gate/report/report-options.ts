export type ReportOptions = Readonly<{
  /** Of the run. */
  folder: string;
  /** Of an earlier run to compare with. */
  against?: string;
  print: (text: string) => void;
}>;

/** Renders the reports of a finished run again, by the result that its folder holds; gives the exit code. */
export type Render = (options: ReportOptions) => number | Promise<number>;
