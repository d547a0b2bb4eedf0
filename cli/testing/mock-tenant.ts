import { isMarked } from '../../client/run-mark.ts';
import { systemClock } from '../../mock/clock.ts';
import { systemRandom } from '../../mock/random.ts';
import { type MockOptions, type RunningMock, startMock } from '../../mock/server.ts';

/** A tenant of its own process for the program: the mock of this one, on the clock of the machine. */
export type MockTenant = AsyncDisposable &
  Readonly<{
    mock: RunningMock;
    /** Settings with all clients, and with writes. */
    env: Readonly<Record<string, string>>;
    /** Names of the subscriptions that runs of this suite made. */
    marked: () => readonly string[];
    /** All that is other people's, as it is now. */
    foreign: () => string;
  }>;

export const mockTenant = async (options: Pick<MockOptions, 'state' | 'quota'> = {}): Promise<MockTenant> => {
  const mock = await startMock({ clock: systemClock(), random: systemRandom(), state: 'busy', ...options });
  const { full, readonly, noscope } = mock.clients;
  const all = () => mock.tenant.store.subscriptions.list();

  return {
    mock,
    env: {
      ISC_TARGET: 'tenant',
      SAIL_BASE_URL: mock.url,
      SAIL_CLIENT_ID: full.clientId,
      SAIL_CLIENT_SECRET: full.clientSecret,
      ISC_READONLY_CLIENT_ID: readonly.clientId,
      ISC_READONLY_CLIENT_SECRET: readonly.clientSecret,
      ISC_NOSCOPE_CLIENT_ID: noscope.clientId,
      ISC_NOSCOPE_CLIENT_SECRET: noscope.clientSecret,
      ISC_EXPIRED_TOKEN: mock.expiredToken,
      ISC_ALLOW_WRITES: new URL(mock.url).hostname,
      ISC_QUOTA: 'off',
    },
    marked: () => all().flatMap(({ name }) => (isMarked(name) ? [name] : [])),
    foreign: () => JSON.stringify(all().filter(({ name }) => !isMarked(name))),
    [Symbol.asyncDispose]: mock.close,
  };
};
