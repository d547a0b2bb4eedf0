import { join } from 'node:path';
import { createClient } from '../client/client.ts';
import { systemClock } from '../client/clock.ts';
import { TransportError } from '../client/errors.ts';
import { fileJournal } from '../client/journal.ts';
import { createLedger, type Ledger } from '../client/ledger.ts';
import { createMasker } from '../client/masker.ts';
import { createPacer } from '../client/pacer.ts';
import { servePacer } from '../client/pacer-link.ts';
import { guardOf, type Settings } from '../config.ts';
import type { Leftover } from '../reports/conformance/report.ts';
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
    const swept = await sweepOrTell(run, ledger, () =>
      sweep({ client, ledger, version: run.versions[0] ?? 'beta' }),
    );

    return { ...ended, ...swept };
  } finally {
    await server?.close();
    await client.close();
  }
};

/** A tenant that is gone keeps what it has; the ledger says what that is, for the janitor. */
const sweepOrTell = async (
  run: RunContext,
  ledger: Ledger,
  work: () => Promise<Swept>,
): Promise<Swept & Pick<Around, 'ledger'>> => {
  try {
    return { ...(await again(work)), ledger: ledger.totals() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { leftovers: left(run, ledger, reason), kept: [] };
  }
};

/** Without a ledger nobody knows what is left: that is told as one thing without a name. */
const left = (run: RunContext, ledger: Ledger, reason: string): readonly Leftover[] => {
  const unknown = { id: 'unknown', name: run.id, kind: 'subscription', reason };
  try {
    return ledger.open().map(({ id = unknown.id, name = unknown.name }) => ({ ...unknown, id, name }));
  } catch {
    return [unknown];
  }
};

/** Pauses before a tenant that dropped the connection, as one that restarts does, is asked again; in ms. */
const pauses = [500, 2000];

const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TransportError) || !['reset', 'refused'].includes(error.reason)) throw error;
      await systemClock.sleep(pause);
    }
  }

  return work();
};
