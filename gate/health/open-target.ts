import { type Client, createClient } from '../../client/client.ts';
import type { LiveExchange } from '../../client/exchange.ts';
import { memoryLedger } from '../../client/ledger.ts';
import { createMasker } from '../../client/masker.ts';
import { createPacer } from '../../client/pacer.ts';
import type { Settings } from '../../config.ts';

export type HealthTarget = AsyncDisposable &
  Readonly<{
    /** As reports name it. */
    host: string;
    open: (onExchange: (exchange: LiveExchange) => void) => Client;
  }>;

type Parts = Readonly<{ settings: Settings; runId: string; signal: AbortSignal }>;

/** The tenant of the settings, or a busy one in this process; either is only read. */
export const openTarget = async (parts: Parts): Promise<HealthTarget> => {
  const { settings } = parts;
  if (settings.target === 'mock') return openMock(parts);
  const { baseUrl, host, credentials } = settings.tenant;

  return {
    host,
    open: reader({ ...parts, baseUrl, credentials }),
    [Symbol.asyncDispose]: async () => {},
  };
};

/** Always the same others on it, so that one night can be compared with the next. */
const openMock = async (parts: Parts): Promise<HealthTarget> => {
  const [{ startMock }, { systemClock }, { seededRandom }] = await Promise.all([
    import('../../mock/server.ts'),
    import('../../mock/clock.ts'),
    import('../../mock/random.ts'),
  ]);
  const mock = await startMock({ clock: systemClock(), random: seededRandom('health'), state: 'busy' });

  return {
    host: 'mock',
    open: reader({ ...parts, baseUrl: mock.url, credentials: mock.clients }),
    [Symbol.asyncDispose]: mock.close,
  };
};

const reader =
  ({
    settings,
    runId,
    signal,
    baseUrl,
    credentials,
  }: Parts & Pick<Parameters<typeof createClient>[0], 'baseUrl' | 'credentials'>) =>
  (onExchange: (exchange: LiveExchange) => void): Client =>
    createClient({
      baseUrl,
      credentials,
      runId,
      guard: { kind: 'tenant', host: new URL(baseUrl).hostname, risks: new Set() },
      pacer: createPacer({ quota: settings.quota }),
      ledger: memoryLedger(runId),
      masker: createMasker(),
      proxy: settings.proxy,
      onExchange,
      signal,
      readOnly: true,
    });
