import { testClient } from '../../../client/testing/tenant.ts';
import { type VirtualClock, virtualClock } from '../../../mock/clock.ts';
import { seededRandom } from '../../../mock/random.ts';
import type { InvocationRecord, SubscriptionRecord } from '../../../mock/records.ts';
import { type MockOptions, type RunningMock, startMock } from '../../../mock/server.ts';
import type { Finding } from '../../../reports/health/finding.ts';
import { findingsOf, usualThresholds } from '../../../reports/health/rules/index.ts';
import { type Reading, readTenant } from '../read-tenant.ts';

const hour = 3_600_000;

export type BusyTenant = AsyncDisposable &
  Readonly<{
    mock: RunningMock;
    clock: VirtualClock;
    /** Plants a subscription of somebody; gives it. */
    subscribe: (parts?: Partial<SubscriptionRecord>) => SubscriptionRecord;
    /** Plants an invocation of a subscription, an hour ago and well ended unless told otherwise. */
    invoke: (subscription: SubscriptionRecord, parts?: Partial<InvocationRecord>) => void;
    /** Makes each answer come so many ms later than it did, as the reading sees it. */
    slowDown: (ms: number) => void;
    read: () => Promise<Reading>;
    findings: () => Promise<readonly Finding[]>;
  }>;

/** The busy mock on a clock of its own, always with the same others on it. */
export const busyTenant = async (options: Partial<MockOptions> = {}): Promise<BusyTenant> => {
  const clock = virtualClock();
  const random = seededRandom('health');
  const mock = await startMock({ clock, random, state: 'busy', ...options });
  const { store } = mock.tenant;
  let later = 0;
  const read = () =>
    readTenant({
      open: (onExchange) =>
        testClient(mock, {
          credentials: { full: mock.clients.readonly },
          clock: { now: clock.now, sleep: clock.advance },
          readOnly: true,
          onExchange: (exchange) =>
            onExchange(Object.create(exchange, { milliseconds: { value: exchange.milliseconds + later } })),
        }),
      clock: { now: clock.now, sleep: clock.advance },
      host: 'mock',
      version: 'beta',
    });

  return {
    mock,
    clock,
    subscribe: (parts = {}) => {
      const id = random.uuid();
      const subscription: SubscriptionRecord = {
        id,
        name: 'planted',
        triggerId: 'idn:source-created',
        triggerName: 'Source Created',
        type: 'HTTP',
        responseDeadline: 'PT1H',
        enabled: true,
        httpConfig: {
          url: `https://hooks.example.com/${id}`,
          httpDispatchMode: 'SYNC',
          httpAuthenticationType: 'NO_AUTH',
        },
        ...parts,
      };
      store.subscriptions.put(subscription);

      return subscription;
    },
    invoke: ({ id, name, triggerId }, parts = {}) => {
      const created = parts.created ?? clock.now() - hour;
      store.invocations.put({
        id: random.uuid(),
        triggerId,
        subscriptionId: id,
        subscriptionName: name,
        type: 'REAL_TIME',
        secret: random.uuid(),
        input: {},
        contentJson: {},
        created,
        completed: created + 1000,
        localizedError: null,
        ...parts,
      });
    },
    slowDown: (ms) => {
      later = ms;
    },
    read,
    findings: async () => findingsOf((await read()).snapshot, usualThresholds),
    [Symbol.asyncDispose]: mock.close,
  };
};
