import { join } from 'node:path';
import { createClient } from '../client/client.ts';
import { fileJournal } from '../client/journal.ts';
import { createLedger } from '../client/ledger.ts';
import { createMasker } from '../client/masker.ts';
import { createPacer } from '../client/pacer.ts';
import { servePacer } from '../client/pacer-link.ts';
import { guardOf, type Settings } from '../config.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import { preflight } from './preflight.ts';
import { type Signals, unlessInterrupted } from './signals.ts';
import { type Swept, sweep } from './sweep.ts';

type Ended = Readonly<{ interrupted: boolean }>;

type TenantSettings = Extract<Settings, { target: 'tenant' }>;

/** What there is to say when a run is over. */
export type Around = Ended &
  Swept &
  Readonly<{
    ledger?: Readonly<{ created: number; removed: number }> | undefined;
  }>;

/** A request that looks before a run may take this long, in ms. */
const preflightTimeoutMs = 8000;

/**
 * Looks at a tenant before a run, lends the run one pacer for all its workers, and removes afterwards what it left.
 */
export const withTenant = async (
  { settings, run, signals }: Readonly<{ settings: TenantSettings; run: RunContext; signals: Signals }>,
  work: (shared: Readonly<{ pacer?: string }>) => Promise<Ended>,
): Promise<Around> => {
  const pacer = createPacer({ quota: settings.quota });
  const journal = fileJournal(join(run.folder, 'ledger.jsonl'));
  const ledger = createLedger({ runId: run.id, host: settings.tenant.host, journal });
  const client = createClient({
    baseUrl: settings.tenant.baseUrl,
    credentials: settings.tenant.credentials,
    runId: run.id,
    guard: guardOf(settings),
    pacer,
    ledger,
    masker: createMasker(),
    proxy: settings.proxy,
    timeoutMs: preflightTimeoutMs,
  });
  const server = settings.quota === 'off' ? undefined : await servePacer(pacer);
  try {
    await unlessInterrupted(preflight(client, settings), signals);
    const ended = await work(server ? { pacer: server.address } : {});
    const swept = await sweepOrTell(
      run,
      () => sweep({ client, ledger, version: run.versions[0] ?? 'beta' }),
      ledger,
    );

    return { ...ended, ...swept, ledger: ledger.totals() };
  } finally {
    await server?.close();
    await client.close();
  }
};

/** A tenant that is gone keeps what it has; the ledger says what that is, for the janitor. */
const sweepOrTell = async (
  run: RunContext,
  work: () => Promise<Swept>,
  ledger: Readonly<{
    open: () => readonly Readonly<{ id?: string | undefined; name?: string | undefined }>[];
  }>,
): Promise<Swept> => {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const leftovers = ledger
      .open()
      .map(({ id = 'unknown', name = run.id }) => ({ id, name, kind: 'subscription', reason }));

    return { leftovers, kept: [] };
  }
};
