import { join } from 'node:path';
import { type Circuit, createCircuit } from '../../../client/circuit.ts';
import { type Client, createClient } from '../../../client/client.ts';
import { systemClock } from '../../../client/clock.ts';
import type { LiveExchange } from '../../../client/exchange.ts';
import { fileJournal } from '../../../client/journal.ts';
import { createLedger, type Ledger } from '../../../client/ledger.ts';
import type { Masker } from '../../../client/masker.ts';
import { createPacer, type Pacer } from '../../../client/pacer.ts';
import { connectPacer } from '../../../client/pacer-link.ts';
import { guardOf, type Settings } from '../../../config.ts';
import type { ApiVersion } from '../../../contracts/versions.ts';
import { preciseClock } from '../../../subscriber/clock.ts';
import { sharedLeases } from './leases.ts';
import type { Target } from './target.ts';
import { capabilitiesOf } from './tenant-capabilities.ts';

export type TenantSettings = Extract<Settings, { target: 'tenant' }>;

export type TenantTargetOptions = Readonly<{
  runId: string;
  version: ApiVersion;
  masker: Masker;
  settings: TenantSettings;
  /** The folder of the run; its ledger and its leases lie in it. */
  folder: string;
  /** Address of the pacer that all workers share. */
  pacer?: string | undefined;
}>;

/** How long a write may take to show in a list, in ms. */
const patience = 2000;

/** How long one request may take, in ms: three in a row that get no answer end the run. */
const timeoutMs = 8000;

/** Opens a real tenant, or one that somebody else runs. Nothing is sent before the first request. */
export const openTenantTarget = (options: TenantTargetOptions): Target => {
  const { runId, settings, folder, pacer } = options;
  const ledger = createLedger({
    runId,
    host: settings.tenant.host,
    journal: fileJournal(join(folder, 'ledger.jsonl')),
  });
  const leases = sharedLeases(join(folder, 'leases'));
  const link = pacer === undefined ? undefined : connectPacer(pacer);
  const opened: Client[] = [];
  // A tenant that is gone is gone for all clients of this worker.
  const circuit = createCircuit({ after: 3 });

  const open = (paced: Pacer): Target => {
    let listener: (exchange: LiveExchange) => void = () => {};
    const client = clientOf(options, {
      circuit,
      ledger,
      pacer: paced,
      onExchange: (exchange) => listener(exchange),
    });
    opened.push(client);

    return {
      kind: 'tenant',
      host: settings.tenant.host,
      version: options.version,
      capabilities: capabilitiesOf(settings),
      client,
      credentials: settings.tenant.credentials.full,
      ledger,
      leases,
      listen: (next) => {
        listener = next;
      },
      sleep: systemClock.sleep,
      patience,
      thorough: settings.quota === 'off',
      dispatchPatience: 8000,
      clock: preciseClock(),
      subscriber: settings.subscriber,
      raise: () => {
        throw new Error('Faults can be raised on the embedded tenant only.');
      },
      limited: async () => open(createPacer({ quota: 'off' })),
      close: async () => {
        await Promise.all(opened.map((each) => each.close()));
        link?.close();
      },
    };
  };

  return open(link ?? createPacer({ quota: settings.quota }));
};

const clientOf = (
  { settings, runId, masker }: TenantTargetOptions,
  parts: Readonly<{
    circuit: Circuit;
    ledger: Ledger;
    pacer: Pacer;
    onExchange: (exchange: LiveExchange) => void;
  }>,
): Client =>
  createClient({
    baseUrl: settings.tenant.baseUrl,
    credentials: settings.tenant.credentials,
    expiredToken: settings.tenant.expiredToken,
    runId,
    guard: guardOf(settings),
    masker,
    proxy: settings.proxy,
    timeoutMs,
    ...parts,
  });
