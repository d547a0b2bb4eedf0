import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../client/client.ts';
import { readLedger } from '../client/ledger.ts';
import type { LedgerEntry } from '../client/ledger-book.ts';
import { runIdOf, startOfRun } from '../client/run-mark.ts';
import type { ApiVersion } from '../contracts/versions.ts';

/** A subscription on the tenant that a run of this suite made. */
export type Found = Readonly<{
  id: string;
  name: string;
  run: string;
  /** When its run started, or when it was announced; ms since the epoch. */
  since: number | undefined;
}>;

/** What there is of runs of this suite on a tenant, and the ledgers that could not be asked. */
export type Search = Readonly<{
  found: readonly Found[];
  /** `results/x/ledger.jsonl: EISDIR`: what its run renamed is not found. */
  unread: readonly string[];
}>;

/**
 * What runs left on a tenant: by the mark in the name, whoever ran them, and by the ledgers of this machine, so
 * that what was renamed is found as well.
 */
export const findLeftovers = async (
  client: Client,
  { results, host, version }: Readonly<{ results: string; host: string; version: ApiVersion }>,
): Promise<Search> => {
  const read = ledgers(results).map(entriesOf);
  const announced = new Map(
    read
      .flatMap(({ entries }) => entries)
      .filter((entry) => entry.host === host)
      .flatMap((entry) => (entry.id === undefined ? [] : [[entry.id, entry] as const])),
  );
  const found: Found[] = [];
  for await (const { items } of client.walk('listSubscriptions', {
    version,
    limit: 250,
    sorters: 'triggerId',
  })) {
    for (const item of items) {
      const { id, name } = item as Readonly<{ id: string; name: string }>;
      const entry = announced.get(id);
      const run = runIdOf(String(name)) ?? entry?.run;
      if (run === undefined || found.some((each) => each.id === id)) continue;
      found.push({ id, name, run, since: entry ? Date.parse(entry.intendedAt) : startOfRun(run) });
    }
  }

  return { found, unread: read.flatMap(({ problem }) => problem ?? []) };
};

type Read = Readonly<{ entries: readonly LedgerEntry[]; problem?: string }>;

const entriesOf = (file: string): Read => {
  try {
    return { entries: readLedger(file) };
  } catch (error) {
    return { entries: [], problem: `${file}: ${error instanceof Error ? error.message : String(error)}` };
  }
};

const ledgers = (results: string): readonly string[] => {
  try {
    return readdirSync(results).map((folder) => join(results, folder, 'ledger.jsonl'));
  } catch {
    return [];
  }
};
