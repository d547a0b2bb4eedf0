import { createClient } from '../client/client.ts';
import { memoryLedger } from '../client/ledger.ts';
import { createMasker } from '../client/masker.ts';
import { createPacer } from '../client/pacer.ts';
import { newRunId } from '../client/run-mark.ts';
import type { Settings } from '../config.ts';
import { preflight } from './preflight.ts';

/**
 * Looks whether a tenant is reached and gives a token that may read; tells what it finds, and gives the problem
 * where there is one. Sends GET and token requests only.
 */
export const examine = async (
  settings: Settings,
  print: (text: string) => void,
): Promise<string | undefined> => {
  if (settings.target === 'mock') return undefined;
  const runId = newRunId();
  const client = createClient({
    baseUrl: settings.tenant.baseUrl,
    credentials: settings.tenant.credentials,
    runId,
    guard: { kind: 'tenant', host: settings.tenant.host, risks: new Set() },
    pacer: createPacer({ quota: settings.quota }),
    ledger: memoryLedger(runId),
    masker: createMasker(),
    proxy: settings.proxy,
  });
  try {
    const info = await client.info();
    print(
      `Reaches   yes: GET /oauth/info ${info.status} in ${Math.round(info.milliseconds)} ms${skew(info.clockSkewMs)}\n`,
    );
    const { scopes, expiresAt } = await client.authenticate('full');
    const minutes = Math.round((expiresAt - Date.now()) / 60_000);
    print(
      `Token     yes, for ${minutes} min, scopes: ${scopes.length > 0 ? scopes.join(', ') : 'not told'}\n`,
    );
    await preflight(client, settings);
    print('Lists     yes: triggers, subscriptions and invocation statuses\n');

    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.close();
  }
};

const skew = (ms: number | undefined): string =>
  ms === undefined ? '' : `, clocks differ by ${(Math.abs(ms) / 1000).toFixed(1)} s`;
