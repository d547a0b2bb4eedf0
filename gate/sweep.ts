import type { Client } from '../client/client.ts';
import type { Ledger } from '../client/ledger.ts';
import type { LedgerEntry } from '../client/ledger-book.ts';
import type { ApiVersion } from '../contracts/versions.ts';
import type { Leftover } from '../reports/conformance/report.ts';

type Sweep = Readonly<{ client: Client; ledger: Ledger; version: ApiVersion }>;

/** Removes what a run left behind, whatever ended it, and tells what it could not remove. */
export const sweep = async ({ client, ledger, version }: Sweep): Promise<readonly Leftover[]> => {
  const open = ledger.open();
  if (open.length === 0) return [];
  const left: Leftover[] = [];
  for (const entry of await located(open, { client, ledger, version })) {
    const reason = await remove(entry, client, version);
    if (reason !== undefined) left.push(leftover(entry, reason));
  }

  return left;
};

/** Creations whose answer never came are looked for by their name: they may have been carried out. */
const located = async (
  open: readonly LedgerEntry[],
  { client, ledger, version }: Sweep,
): Promise<readonly LedgerEntry[]> => {
  const unknown = open.filter(({ id }) => id === undefined);
  if (unknown.length === 0) return open;
  const byName = await idsByName(client, version);

  return open.flatMap((entry) => {
    if (entry.id !== undefined) return [entry];
    return (byName.get(entry.name ?? '') ?? []).map((id) => {
      ledger.created(entry.key, id);
      return { ...entry, id };
    });
  });
};

const idsByName = async (client: Client, version: ApiVersion): Promise<ReadonlyMap<string, string[]>> => {
  const ids = new Map<string, string[]>();
  for await (const { items } of client.walk('listSubscriptions', { version, limit: 250 })) {
    for (const item of items) {
      const { id, name } = item as Readonly<Record<string, unknown>>;
      ids.set(String(name), [...(ids.get(String(name)) ?? []), String(id)]);
    }
  }

  return ids;
};

const remove = async (
  { id = '' }: LedgerEntry,
  client: Client,
  version: ApiVersion,
): Promise<string | undefined> => {
  const { response } = await client.call('deleteSubscription', { version, path: { id } });

  return response.status === 204 || response.status === 404
    ? undefined
    : `its removal was answered ${response.status}`;
};

const leftover = ({ id = 'unknown', name = 'without a name' }: LedgerEntry, reason: string): Leftover => ({
  id,
  name,
  kind: 'subscription',
  reason,
});
