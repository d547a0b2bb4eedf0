import type { TenantOptions } from '../tenant.ts';
import { openTestTenant, type TestTenant } from '../test-tenant.ts';
import { createFakeSubscriber, type SentDispatch } from './fake-subscriber.ts';
import { httpDispatcher } from './http-dispatcher.ts';

type JsonObject = Readonly<Record<string, unknown>>;

export type Started = Readonly<{ id: string; secret: string }>;

/** A tenant, and a fake subscriber behind each of its HTTP subscriptions. */
export type TestLine = TestTenant &
  Readonly<{
    sent: readonly SentDispatch[];
    http: (mode: string, more?: JsonObject) => JsonObject;
    /** Starts test invocations, and gives them. */
    start: (body?: JsonObject, path?: string) => Promise<readonly Started[]>;
    /** The status of the answer to a completion. */
    complete: (invocation: Started, more?: JsonObject) => Promise<number>;
    statuses: () => Promise<readonly JsonObject[]>;
  }>;

export const approval = 'idn:access-request-pre-approval';
export const created = 'idn:identity-created';

export const openTestLine = async (options: Partial<TenantOptions> = {}): Promise<TestLine> => {
  const { send, sent } = createFakeSubscriber();
  const opened = await openTestTenant({ dispatcher: httpDispatcher(send), ...options });
  const invocations = '/beta/trigger-invocations';

  return {
    ...opened,
    sent,
    http: (httpDispatchMode, more = {}) => ({ url: 'http://127.0.0.1:9/hook', httpDispatchMode, ...more }),
    start: async (body = {}, path = `${invocations}/test`) => {
      const answer = await opened.send('POST', path, {
        body: { triggerId: approval, contentJson: {}, ...body },
      });

      return (answer.body ?? []) as readonly Started[];
    },
    complete: async ({ id, secret }, more = {}) => {
      const body = { secret, output: { approved: true }, ...more };

      return (await opened.send('POST', `${invocations}/${id}/complete`, { as: 'none', body })).status;
    },
    statuses: async () => (await opened.send('GET', `${invocations}/status`)).body as readonly JsonObject[],
  };
};
