import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../gate-options.ts';

export type ResultKind = Readonly<{
  /** The file that holds the result, in the folder of a run. */
  file: string;
  /** `a gate`, for sentences. */
  what: string;
  /** `the gate`, to be run again. */
  command: string;
}>;

export type ResultRecord = Readonly<Record<string, unknown>>;

const newest = 1;

/**
 * Reads the result of a run from its file, or from the folder that holds it; `isWhole` tells whether it has its parts.
 * @throws UsageError with a sentence where it is missing, half-written, of another kind or of a newer program.
 */
export const readResult = <Result>(
  path: string,
  { file: name, what, command }: ResultKind,
  isWhole: (record: ResultRecord) => record is ResultRecord & Result,
): Result => {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, name) : path;
  const result = parsed(file, { what, command });
  if (!isRecord(result) || typeof result.schemaVersion !== 'number')
    throw new UsageError(
      `${file} is no result of ${what}: it has no schemaVersion. Name the folder of a run.`,
    );
  if (result.schemaVersion > newest)
    throw new UsageError(
      `${file} has schemaVersion ${result.schemaVersion}; this version of isc-triggers reads up to ${newest}. Install a newer one.`,
    );
  if (!isWhole(result))
    throw new UsageError(`${file} is not whole: parts of the result are missing. Run ${command} again.`);

  return result;
};

const parsed = (file: string, { what, command }: Omit<ResultKind, 'file'>): unknown => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(
      `${file} cannot be read. Name the folder of ${what} that is finished, such as results/latest.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `${file} is not whole: it ends or breaks before its end. The run may have been killed; run ${command} again.`,
    );
  }
};

export const isRecord = (value: unknown): value is ResultRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
