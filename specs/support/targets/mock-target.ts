import { createClient } from '../../../client/client.ts';
import type { LiveExchange } from '../../../client/exchange.ts';
import type { GuardPolicy } from '../../../client/guard.ts';
import { memoryLedger } from '../../../client/ledger.ts';
import type { Masker } from '../../../client/masker.ts';
import { createPacer } from '../../../client/pacer.ts';
import type { ApiVersion } from '../../../contracts/versions.ts';
import { virtualClock } from '../../../mock/clock.ts';
import { seededRandom } from '../../../mock/random.ts';
import { startMock } from '../../../mock/server.ts';
import { type Capability, capabilities } from '../capabilities.ts';
import { ownLeases } from './leases.ts';
import type { Target } from './target.ts';
import { capabilitiesOf } from './tenant-capabilities.ts';
import type { TenantSettings } from './tenant-target.ts';

export type MockTargetOptions = Readonly<{
  runId: string;
  version: ApiVersion;
  masker: Masker;
  /** The broken or unusual tenant to start in place of the ordinary one. */
  mutant?: string | undefined;
  /** The documented quota in place of none. */
  limited?: boolean;
  /** Stands in for the tenant of these settings: allows what they allow, and nothing more. */
  rehearsing?: TenantSettings | undefined;
}>;

const documentedQuota = { requests: 100, windowMs: 10_000 };

/** Starts the embedded tenant in this process, on a clock of its own, with everything allowed. */
export const openMockTarget = async (options: MockTargetOptions): Promise<Target> => {
  const { runId, version, masker, mutant, limited = false, rehearsing } = options;
  const clock = virtualClock();
  const mock = await startMock({
    clock,
    random: seededRandom(runId),
    quota: limited ? documentedQuota : 'off',
  });
  if (mutant !== undefined) (await faultOf(mutant)).apply(mock.tenant);
  let listener: (exchange: LiveExchange) => void = () => {};
  let other: Target | undefined;
  const ledger = memoryLedger(runId);
  const client = createClient({
    baseUrl: mock.url,
    credentials: mock.clients,
    expiredToken: mock.expiredToken,
    runId,
    guard: rehearsing ? rehearsalGuard(rehearsing, new URL(mock.url).hostname) : { kind: 'open' },
    pacer: createPacer({ quota: 'off' }),
    ledger,
    masker,
    clock: { now: clock.now, sleep: (milliseconds) => clock.advance(milliseconds) },
    onExchange: (exchange) => listener(exchange),
  });

  return {
    kind: 'mock',
    host: 'mock',
    version,
    capabilities: rehearsing
      ? capabilitiesOf(rehearsing)
      : new Set(Object.keys(capabilities) as Capability[]),
    client,
    credentials: mock.clients.full,
    ledger,
    leases: ownLeases(),
    listen: (next) => {
      listener = next;
    },
    sleep: (milliseconds) => clock.advance(milliseconds),
    patience: 0,
    thorough: rehearsing === undefined || rehearsing.quota === 'off',
    dispatchPatience: 2500,
    clock,
    subscriber: {},
    raise: (operation, status) => mock.tenant.faults.raise(operation, { status }),
    limited: async () => {
      other ??= await openMockTarget({ ...options, limited: true });
      return other;
    },
    close: async () => {
      await client.close();
      await mock.close();
      await other?.close();
    },
  };
};

/** The guard of the tenant that is stood in for, put to the address of the embedded one. */
const rehearsalGuard = ({ writes, risks }: TenantSettings, host: string): GuardPolicy => ({
  kind: 'tenant',
  host,
  allowWritesHost: writes ? host : undefined,
  risks,
});

const faultOf = async (id: string) => {
  const { mutants, variants } = await import('../../../mock/faults/index.ts');
  const fault = [...mutants, ...variants].find((each) => each.id === id);
  if (!fault) throw new Error(`There is no mutant or variant ${id}.`);

  return fault;
};
