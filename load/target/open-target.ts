import { join } from 'node:path';
import { type Client, createClient } from '../../client/client.ts';
import { fileJournal } from '../../client/journal.ts';
import { createLedger, type Ledger } from '../../client/ledger.ts';
import { createMasker } from '../../client/masker.ts';
import { createPacer, type Quota } from '../../client/pacer.ts';
import type { Credentials } from '../../client/tokens.ts';
import { toolVersion } from '../../client/tool-version.ts';
import { guardOf, type Settings } from '../../config.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { Signals } from '../../gate/signals.ts';
import { sweep } from '../../gate/sweep.ts';
import type { Leftover } from '../../reports/conformance/report.ts';
import { startMockProcess } from './mock-process.ts';

/** What a run speaks to, with the one client that all but k6 go through. */
export type LoadTarget = Readonly<{
  kind: 'mock' | 'tenant';
  host: string;
  loopback: boolean;
  baseUrl: string;
  version: ApiVersion;
  credentials: Credentials;
  /** A client with read scopes only, where there is one. */
  otherClient: Credentials | undefined;
  quota: Quota;
  client: Client;
  ledger: Ledger;
  userAgent: string;
  /** Whether a run may take all places of a trigger. */
  fills: boolean;
  /** Aborted when the embedded tenant ends by itself. */
  gone: AbortSignal | undefined;
  /** Base of the mock's control plane. */
  control: string | undefined;
  /** Removes what the run left there. */
  sweep: () => Promise<readonly Leftover[]>;
  close: () => Promise<void>;
}>;

type Options = Readonly<{
  settings: Settings;
  runId: string;
  folder: string;
  signals: Signals;
  /** For the embedded tenant. */
  mockArgs: readonly string[];
}>;

/** Reaches the tenant of the settings, or starts an embedded one. */
export const openTarget = async ({
  settings,
  runId,
  folder,
  signals,
  mockArgs,
}: Options): Promise<LoadTarget> => {
  const mock = settings.target === 'mock' ? await startMockProcess(mockArgs, signals) : undefined;
  const place =
    settings.target === 'tenant'
      ? {
          host: settings.tenant.host,
          loopback: settings.tenant.loopback,
          baseUrl: settings.tenant.baseUrl,
          credentials: settings.tenant.credentials.full,
        }
      : {
          host: 'mock',
          loopback: true,
          baseUrl: mock?.url ?? '',
          credentials: { clientId: mock?.clientId ?? '', clientSecret: mock?.clientSecret ?? '' },
        };
  const [version = 'beta'] = settings.apiVersions;
  const ledger = createLedger({
    runId,
    host: place.host,
    journal: fileJournal(join(folder, 'ledger.jsonl')),
  });
  const client = createClient({
    baseUrl: place.baseUrl,
    credentials: { full: place.credentials },
    runId,
    guard: guardOf(settings),
    pacer: createPacer({ quota: settings.quota }),
    ledger,
    masker: createMasker(),
    proxy: settings.proxy,
  });

  return {
    kind: settings.target,
    ...place,
    otherClient: settings.target === 'tenant' ? settings.tenant.credentials.readonly : mock?.clients.readonly,
    version,
    quota: settings.quota,
    client,
    ledger,
    fills: settings.target === 'mock' || settings.risks.has('limits'),
    userAgent: `isc-triggers/${toolVersion()} (run ${runId})`,
    gone: mock?.gone,
    control: mock?.control,
    sweep: async () => (await sweep({ client, ledger, version })).leftovers,
    close: async () => {
      await client.close();
      await mock?.[Symbol.asyncDispose]();
    },
  };
};
