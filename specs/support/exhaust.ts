import type { OperationId } from '../../contracts/operations.ts';
import type { Answer } from './answer.ts';
import type { Api, CallOptions } from './api.ts';
import type { Capability } from './capabilities.ts';
import { draftOf } from './draft.ts';
import type { Target } from './targets/target.ts';

type Request = CallOptions & Readonly<{ id?: string; body?: unknown }>;

type Harmless = Readonly<{ needs: readonly Capability[]; request: (target: Target) => Request }>;

const onNobody = (body?: unknown): Harmless => ({
  needs: ['writes'],
  request: ({ ledger }) => ({ id: ledger.invent(crypto.randomUUID()), ...(body !== undefined && { body }) }),
});

/** Requests that may be sent many times: what is not answered 429 changes nothing. */
export const harmless: Readonly<Record<OperationId, Harmless>> = {
  listTriggers: { needs: [], request: () => ({ query: { limit: 1 } }) },
  listSubscriptions: { needs: [], request: () => ({ query: { limit: 1 } }) },
  createSubscription: {
    needs: ['writes'],
    request: () => ({ body: { ...draftOf('never created', 'idn:no-such-trigger'), type: 'NONE' } }),
  },
  updateSubscription: onNobody({ name: 'nobody', type: 'HTTP', enabled: false }),
  patchSubscription: onNobody([{ op: 'replace', path: '/name', value: 'nobody' }]),
  deleteSubscription: onNobody(),
  startTestTriggerInvocation: {
    needs: ['writes'],
    request: ({ ledger }) => ({
      body: {
        triggerId: 'idn:no-such-trigger',
        contentJson: {},
        subscriptionIds: [ledger.invent(crypto.randomUUID())],
      },
    }),
  },
  completeTriggerInvocation: onNobody({ secret: 'no-such-secret', output: {} }),
  listTriggerInvocationStatus: { needs: [], request: () => ({ query: { limit: 1 } }) },
  testSubscriptionFilter: { needs: ['writes'], request: () => ({ body: { filter: '$', input: {} } }) },
};

/** A fixed window lets through twice its quota around its end; beyond that every tenant has to refuse. */
const most = 250;
const atOnce = 10;

/**
 * Sends until a request of the operation is answered 429, at most 250 requests: first lists to use up the quota,
 * then the operation. Gives its 429, or its last answer where none came.
 */
export const exhaust = async (
  { api }: Readonly<{ api: Api }>,
  operation: OperationId,
  request: Request = { query: { limit: 1 } },
): Promise<Answer> => {
  const list = () => api.listTriggers({ limit: 1 }, { patience: 'none' });
  const once = () => api.call(operation, { ...request, patience: 'none' });
  let last = await once();
  for (let sent = 1; last.status !== 429 && sent < most; sent += atOnce + 1) {
    await Promise.all(Array.from({ length: atOnce }, list));
    last = await once();
  }

  return last;
};
