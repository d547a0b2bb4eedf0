import type { Client } from '../client/client.ts';
import type { Ledger } from '../client/ledger.ts';
import { runIdOf } from '../client/run-mark.ts';
import { WalkError } from '../client/walk.ts';
import type { ApiVersion } from '../contracts/versions.ts';
import type { Leftover } from '../reports/conformance/report.ts';

type Sweep = Readonly<{ client: Client; ledger: Ledger; version: ApiVersion }>;

/** What a run found of itself on the tenant when it was over. */
export type Swept = Readonly<{
  /** What is still there. */
  leftovers: readonly Leftover[];
  /** What the tenant had answered to have deleted, and still listed. */
  kept: readonly Leftover[];
}>;

/**
 * Removes what a run left behind, the last first, whatever ended it. What counts is what the tenant lists under the
 * run's mark, not what it answered: a creation whose answer never came may have been carried out, and a deletion may
 * not. Throws WalkError where the tenant does not list: then only what is known by its id was removed.
 */
export const sweep = async (parts: Sweep): Promise<Swept> => {
  const { ledger } = parts;
  if (ledger.totals().created === 0 && ledger.open().length === 0) return { leftovers: [], kept: [] };
  const found = await marked(parts).catch(async (error: unknown) => {
    if (error instanceof WalkError) await removeKnown(parts);
    throw error;
  });
  const open = ledger.open().flatMap(({ id, name = 'without a name' }) => {
    // What was announced and never told of again has only its name to be found by.
    const there = id ?? found.find((each) => each.name === name && !ledger.owns(each.id))?.id;
    return there === undefined ? [] : [{ id: there, name }];
  });
  const rest = found.filter(({ id }) => !open.some((each) => each.id === id));
  const kept = rest.filter(({ id }) => ledger.owns(id));

  const refused: Leftover[] = [];
  for (const each of [...open, ...rest].reverse()) {
    const reason = await remove(each, parts);
    if (reason !== undefined) refused.push({ ...each, kind: 'subscription', reason });
  }
  const left = found.length === 0 ? [] : await marked(parts);
  const silent = left.filter(({ id }) => !refused.some((each) => each.id === id));

  return {
    leftovers: [...refused, ...silent.map((each) => ({ ...each, reason: 'its removal had no effect' }))],
    kept,
  };
};

const removeKnown = async (parts: Sweep): Promise<void> => {
  for (const { id, name = 'without a name' } of parts.ledger.open().toReversed())
    if (id !== undefined) await remove({ id, name }, parts);
};

const marked = async ({ client, ledger, version }: Sweep): Promise<readonly Leftover[]> => {
  const found = new Map<string, Leftover>();
  for await (const { items } of client.walk('listSubscriptions', {
    version,
    limit: 250,
    sorters: 'triggerId',
  })) {
    for (const item of items) {
      const { id, name } = item as Readonly<{ id: unknown; name: unknown }>;
      if (runIdOf(String(name)) !== ledger.runId) continue;
      found.set(String(id), { id: String(id), name: String(name), kind: 'subscription' });
    }
  }

  return [...found.values()];
};

/** Gives why it could not be removed, where it could not. */
const remove = async (
  { id, name }: Pick<Leftover, 'id' | 'name'>,
  { client, ledger, version }: Sweep,
): Promise<string | undefined> => {
  const announced = ledger.open().find((entry) => entry.id === undefined && entry.name === name);
  if (announced) ledger.created(announced.key, id);
  else if (!ledger.owns(id)) ledger.invent(id);
  const { response } = await client.call('deleteSubscription', { version, path: { id } });

  return response.status === 204 || response.status === 404
    ? undefined
    : `its removal was answered ${response.status}`;
};
