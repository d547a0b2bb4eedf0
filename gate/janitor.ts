import { resolve } from 'node:path';
import { type Client, createClient } from '../client/client.ts';
import { type Ledger, memoryLedger } from '../client/ledger.ts';
import { createMasker } from '../client/masker.ts';
import { createPacer } from '../client/pacer.ts';
import { newRunId } from '../client/run-mark.ts';
import { guardOf, loadSettings } from '../config.ts';
import type { ApiVersion } from '../contracts/versions.ts';
import { durationMs, inWords } from './duration.ts';
import { UsageError } from './gate-options.ts';
import { type Found, findLeftovers } from './leftovers.ts';

export type JanitorOptions = Readonly<{ yes?: boolean; olderThan: string; results: string }>;

type Place = Readonly<{ env: NodeJS.ProcessEnv; cwd: string; print: (text: string) => void }>;

/** Lists, and with `yes` removes, what killed runs left on a tenant; gives the exit code. */
export const janitor = async (
  { yes = false, olderThan, results }: JanitorOptions,
  { env, cwd, print }: Place,
): Promise<number> => {
  const settings = loadSettings({ env, cwd });
  const atLeast = durationMs(olderThan);
  if (settings.target === 'mock') {
    print('PASS    the embedded tenant ends with its run: nothing is left  (exit 0)\n');
    return 0;
  }
  const { host, baseUrl, credentials } = settings.tenant;
  if (yes && !settings.writes) {
    throw new UsageError(`${host} is read-only: nothing can be removed. Set ISC_ALLOW_WRITES=${host}.`);
  }
  const [version = 'beta'] = settings.apiVersions;
  const ledger = memoryLedger(newRunId());
  const client = createClient({
    baseUrl,
    credentials,
    runId: ledger.runId,
    guard: guardOf(settings),
    pacer: createPacer({ quota: settings.quota }),
    ledger,
    masker: createMasker(),
    proxy: settings.proxy,
  });
  try {
    const { found, unread } = await findLeftovers(client, { results: resolve(cwd, results), host, version });
    const due = found.filter((each) => ageOf(each) >= atLeast);
    const removed = yes ? await removeAll(due, { client, ledger, version }) : [];
    for (const file of unread)
      print(`A ledger cannot be read, so what its run renamed is not found: ${file}\n`);
    for (const each of due)
      print(`${removed.includes(each) ? 'removed' : 'left   '}  ${each.id}  ${each.name}  ${age(each)}\n`);

    return close({ due, removed, younger: found.length - due.length, olderThan, host }, print);
  } finally {
    await client.close();
  }
};

const ageOf = ({ since }: Found): number =>
  since === undefined ? Number.POSITIVE_INFINITY : Date.now() - since;

const age = (found: Found): string =>
  Number.isFinite(ageOf(found)) ? `${inWords(ageOf(found))} old` : 'of unknown age';

type Work = Readonly<{ client: Client; ledger: Ledger; version: ApiVersion }>;

const removeAll = async (
  due: readonly Found[],
  { client, ledger, version }: Work,
): Promise<readonly Found[]> => {
  const removed: Found[] = [];
  for (const each of due) {
    ledger.invent(each.id);
    const { response } = await client.call('deleteSubscription', { version, path: { id: each.id } });
    if (response.status === 204 || response.status === 404) removed.push(each);
  }

  return removed;
};

type Result = Readonly<{
  due: readonly Found[];
  removed: readonly Found[];
  younger: number;
  olderThan: string;
  host: string;
}>;

const close = ({ due, removed, younger, olderThan, host }: Result, print: (text: string) => void): number => {
  const left = due.length - removed.length;
  const young =
    younger === 0
      ? ''
      : `        ${younger} younger than ${olderThan}, perhaps of a run that goes on: --older-than 0 takes them as well.\n`;
  const code = left > 0 ? 1 : 0;
  print(
    `${code === 0 ? 'PASS' : 'FAIL'}    ${left} left on ${host}, ${removed.length} removed  (exit ${code})\n${young}`,
  );
  if (left > 0) print('Next    npx isc-triggers janitor --yes\n');

  return code;
};
