import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../client/client.ts';
import { readLedger } from '../client/ledger.ts';
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

/**
 * What runs left on a tenant: by the mark in the name, whoever ran them, and by the ledgers of this machine, so
 * that what was renamed is found as well.
 */
export const findLeftovers = async (
  client: Client,
  { results, host, version }: Readonly<{ results: string; host: string; version: ApiVersion }>,
): Promise<readonly Found[]> => {
  const announced = new Map(
    ledgers(results)
      .flatMap((file) => readLedger(file))
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

  return found;
};

const ledgers = (results: string): readonly string[] => {
  try {
    return readdirSync(results).map((folder) => join(results, folder, 'ledger.jsonl'));
  } catch {
    return [];
  }
};
