import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../gate/gate-options.ts';
import { visible } from '../reports/text.ts';
import { decoded, type Payload, parsePayload, samplePayload } from './payload.ts';

/** Where payloads come from, as the command line names it. */
export type PayloadOptions = Readonly<{
  /** Files, folders (each `.json` in them), or `-` for standard input. */
  payload: readonly string[];
  /** Its sample input comes first. */
  trigger?: string;
}>;

export type PayloadPlace = Readonly<{ cwd: string; readStandardInput: () => Promise<Uint8Array> }>;

/** The payloads that were named, at least one. A UsageError says what cannot be read, and why. */
export const readPayloads = async (
  { payload, trigger }: PayloadOptions,
  { cwd, readStandardInput }: PayloadPlace,
): Promise<readonly Payload[]> => {
  if (payload.length === 0 && trigger === undefined)
    throw new UsageError(
      'There is no payload to hold the filter against: name one with --payload FILE (or - for standard input), or the sample of a trigger with --trigger ID.',
    );
  if (payload.filter((name) => name === '-').length > 1)
    throw new UsageError('Standard input can be read once only: --payload - stands there twice.');

  const payloads = trigger === undefined ? [] : [samplePayload(trigger)];
  for (const name of payload) {
    if (name === '-') payloads.push(parsePayload('standard input', await readStandardInput()));
    else payloads.push(...filesOf(name, cwd).map((file) => readPayload(file, cwd)));
  }

  return payloads;
};

/** A payload out of a file, which is named as it was written. */
export const readPayload = (name: string, folder: string): Payload =>
  parsePayload(name, readBytes(name, folder));

/** A file itself; of a folder, the JSON files in it, by name. */
const filesOf = (name: string, cwd: string): readonly string[] => {
  const path = resolve(cwd, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [name];
  const files = readdirSync(path).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new UsageError(`The folder ${visible(name)} holds no .json file.`);

  return files.sort().map((file) => join(name, file));
};

/** The text of a file that a person named; a UsageError says why there is none. */
export const readText = (name: string, folder: string): string => decoded(readBytes(name, folder));

const readBytes = (name: string, folder: string): Uint8Array => {
  try {
    return readFileSync(resolve(folder, name));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${visible(name)} cannot be read: ${reasons[code] ?? code}.`);
  }
};

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'access is denied',
  EISDIR: 'it is a folder',
};
