import type { TestRecord } from './record.ts';

/** A spec that was to run in one API version, as it stands in its file. */
export type PlannedTest = Pick<
  TestRecord,
  'title' | 'location' | 'apiVersion' | 'project' | 'clauses' | 'cells'
>;

/** What the runner left of a run, `records.json`: the raw matter of the report. */
export type RunRecords = Readonly<{
  schemaVersion: 1;
  /** Whether SIGINT ended the run before its end. */
  interrupted: boolean;
  workers: number;
  seconds: number;
  planned: readonly PlannedTest[];
  records: readonly TestRecord[];
  /** What went wrong outside of any spec: a config that does not load, no spec that matches. */
  errors: readonly string[];
}>;

export const recordsFile = 'records.json';

/** Tells the specs of a run apart, in the same words from run to run. */
export const testId = ({ apiVersion, location, title }: PlannedTest): string =>
  `${apiVersion} ${location} ${title}`;
