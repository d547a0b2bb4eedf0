import { type MockTenant, mockTenant } from '../../cli/testing/mock-tenant.ts';
import { createApp } from '../../mock/app.ts';
import type { Reply } from '../../mock/call.ts';
import { errorReply, tooManyRequests } from '../../mock/plugins/errors.ts';

/** What befalls requests: before they are carried out, or after, so that only the answer is lost. */
export type Affliction = Readonly<{
  kind: 'reset' | 'error' | 'quota';
  when: 'before' | 'after';
  times: number;
}>;

export type AfflictedTenant = AsyncDisposable &
  Pick<MockTenant, 'env' | 'marked' | 'foreign'> &
  Readonly<{
    /** Calls back once, when that many API requests have come. */
    atRequest: (count: number, task: () => void) => void;
    /** How many API requests have come. */
    requests: () => number;
    afflict: (affliction: Affliction) => void;
    /** Nothing befalls requests any more. */
    recover: () => void;
    /** Every token that was shown so far has expired. */
    expireTokens: () => void;
    /** Drops all connections, refuses new ones for a while in ms, and goes on with what it had. */
    restart: (ms: number) => Promise<void>;
  }>;

/** A tenant of other people, and of the suite's runs, that can be struck from within. */
export const afflictedTenant = async (): Promise<AfflictedTenant> => {
  const tenant = await mockTenant();
  const { mock } = tenant;
  const { seams } = mock.tenant;
  const { authenticate, respond, send, hasExpired } = seams;
  const shown = new Set<object>();
  const dropped = new WeakSet<Reply>();
  const awaited = new Map<number, () => void>();
  let [affliction, left, requests] = [undefined as Affliction | undefined, 0, 0];
  let hasStruck = false;
  let close = mock.close;

  const strike = (when: Affliction['when'], requestId: string): Reply | undefined => {
    if (affliction?.when !== when || left <= 0) return undefined;
    left -= 1;
    const reply = affliction.kind === 'quota' ? tooManyRequests(1) : errorReply(500, requestId);
    if (affliction.kind === 'reset') dropped.add(reply);

    return reply;
  };

  seams.authenticate = (call, model) => {
    requests += 1;
    awaited.get(requests)?.();
    return strike('before', call.requestId) ?? authenticate(call, model);
  };
  seams.respond = async (reply, call, model) => {
    const struck = dropped.has(reply) ? reply : strike('after', call.requestId);
    return struck && dropped.has(struck) ? struck : respond(struck ?? reply, call, model);
  };
  seams.send = (reply, response, call) => {
    if (dropped.has(reply)) response.destroy();
    else send(reply, response, call);
  };
  seams.hasExpired = (token, model) => {
    if (!hasStruck) shown.add(token);
    return (hasStruck && shown.has(token)) || hasExpired(token, model);
  };

  return {
    env: tenant.env,
    marked: tenant.marked,
    foreign: tenant.foreign,
    atRequest: (count, task) => void awaited.set(count, task),
    requests: () => requests,
    afflict: (next) => {
      affliction = next;
      left = next.times;
    },
    recover: () => {
      left = 0;
    },
    expireTokens: () => {
      hasStruck = true;
    },
    restart: async (ms) => {
      await mock.close();
      await new Promise((resolve) => setTimeout(resolve, ms));
      const app = createApp(mock.tenant);
      close = () => app.close().then(() => undefined);
      await app.listen({ host: '127.0.0.1', port: Number(new URL(mock.url).port) });
    },
    [Symbol.asyncDispose]: () => close(),
  };
};
