import { readFileSync } from 'node:fs';
import { type MockTenant, mockTenant } from './mock-tenant.ts';

/**
 * As full as health has to cope with: 900 subscriptions, `s60` and the next of them listening, and more than the 2000
 * statuses that can be fetched, five to a subscription, with payloads as large as real ones; on the documented quota.
 */
export const fullTenant = async (): Promise<MockTenant> => {
  const tenant = await mockTenant({ quota: { requests: 100, windowMs: 10_000 } });
  const { subscriptions, invocations } = tenant.mock.tenant.store;
  const [first] = subscriptions.list();
  const [ended] = invocations.list();
  if (!first || !ended) throw new Error('The tenant is empty.');
  for (let n = subscriptions.size(); n < 900; n += 1)
    subscriptions.put({ ...first, id: `s${n}`, triggerId: 'idn:source-created' });
  for (let n = invocations.size(); n < 2500; n += 1) {
    const created = Date.now() - n * 1000;
    invocations.put({
      ...ended,
      id: `i${n}`,
      subscriptionId: `s${60 + (n % 400)}`,
      created,
      completed: created + 500,
      input: { pad: 'p'.repeat(2000) },
    });
  }

  return tenant;
};

/** Watches the most memory that a process holds, MiB; 0 where the system does not tell. */
export const watchPeak = (pid: number): Disposable & Readonly<{ peak: () => number }> => {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, peakMiB(pid));
  }, 20);

  return { peak: () => most, [Symbol.dispose]: () => clearInterval(look) };
};

const peakMiB = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};
