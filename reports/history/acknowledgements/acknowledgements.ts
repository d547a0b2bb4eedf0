import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../client/make-folder.ts';
import { writeWhole } from '../../write-whole.ts';

/** What somebody answers for until the end of a day, UTC. */
export type Acknowledgement = Readonly<{
  fingerprint: string;
  /** `2026-06-30`. */
  until: string;
  /** When it was said, ISO 8601 UTC. */
  said: string;
}>;

/** Each is a file of its own in the folder of its tenant, so that two at once do not undo each other. */
const folderOf = (tenant: string): string => join(tenant, 'acknowledged');

/** Keeps an acknowledgement, in place of an earlier one of the same finding. */
export const keepAcknowledgement = (tenant: string, acknowledgement: Acknowledgement): void => {
  makeFolder(folderOf(tenant));
  writeWhole(
    join(folderOf(tenant), `${acknowledgement.fingerprint}.json`),
    `${JSON.stringify(acknowledgement, null, 2)}\n`,
  );
};

/** Those that hold on a day, `2026-06-30`: fingerprint -> until. A file that cannot be read acknowledges nothing. */
export const acknowledgedOn = (tenant: string, today: string): ReadonlyMap<string, string> =>
  new Map(
    namesIn(folderOf(tenant))
      .flatMap((name) => read(join(folderOf(tenant), name)))
      .filter(({ until }) => until >= today)
      .map(({ fingerprint, until }) => [fingerprint, until]),
  );

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
};

const read = (path: string): readonly Pick<Acknowledgement, 'fingerprint' | 'until'>[] => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null || !('fingerprint' in value) || !('until' in value))
      return [];
    const { fingerprint, until } = value;

    return typeof fingerprint === 'string' && typeof until === 'string' ? [{ fingerprint, until }] : [];
  } catch {
    return [];
  }
};
