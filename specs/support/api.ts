import type { Client } from '../../client/client.ts';
import type { Identity } from '../../client/exchange.ts';
import type { OperationId } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Recorder } from './recorder.ts';

export type Query = Readonly<Record<string, string | number | boolean>>;

export type CallOptions = Readonly<{
  as?: Identity;
  version?: ApiVersion;
  query?: Query;
  /** Sent byte for byte in place of a body. */
  rawBody?: string;
  contentType?: string;
  headers?: Readonly<Record<string, string>>;
  /** `none` hands a 429 back instead of waiting it out. */
  patience?: 'wait-out' | 'none';
  /** How many requests have to be able to leave at once, this one included, before it does. */
  room?: number;
}>;

/** The operations, with the parts of a request that matter to each in front. */
export type Api = ReturnType<typeof createApi>;

type ApiOptions = Readonly<{ client: Client; version: ApiVersion; recorder: Recorder }>;

export const createApi = ({ client, version, recorder }: ApiOptions) => {
  const call = async (
    operation: OperationId,
    { query = {}, ...options }: CallOptions & { id?: string; body?: unknown } = {},
  ): Promise<Answer> => {
    // A test that was stopped runs on beside its own cleaning up.
    if (recorder.end.reached && operation === 'createSubscription')
      throw new Error('The test has ended: nothing more is created.');
    const { id, ...rest } = options;
    const exchange = await client.call(operation, {
      version,
      ...rest,
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
      ...(id !== undefined && { path: { id } }),
    });

    return answerOf(exchange, recorder);
  };

  return {
    call,
    listTriggers: (query?: Query, options?: CallOptions) => call('listTriggers', withQuery(query, options)),
    listSubscriptions: (query?: Query, options?: CallOptions) =>
      call('listSubscriptions', withQuery(query, options)),
    listStatuses: (query?: Query, options?: CallOptions) =>
      call('listTriggerInvocationStatus', withQuery(query, options)),
    createSubscription: (body: unknown, options?: CallOptions) =>
      call('createSubscription', { body, ...options }),
    updateSubscription: (id: string, body: unknown, options?: CallOptions) =>
      call('updateSubscription', { id, body, ...options }),
    patchSubscription: (id: string, body: unknown, options?: CallOptions) =>
      call('patchSubscription', { id, body, ...options }),
    deleteSubscription: (id: string, options?: CallOptions) => call('deleteSubscription', { id, ...options }),
    testSubscriptionFilter: (body: unknown, options?: CallOptions) =>
      call('testSubscriptionFilter', { body, ...options }),
    startTestTriggerInvocation: (body: unknown, options?: CallOptions) =>
      call('startTestTriggerInvocation', { body, ...options }),
    /** Without a token unless told otherwise: the secret in the body authenticates. */
    completeTriggerInvocation: (id: string, body: unknown, options?: CallOptions) =>
      call('completeTriggerInvocation', { id, body, as: 'anonymous', ...options }),
  };
};

const withQuery = (query: Query = {}, options: CallOptions = {}) => ({ ...options, query });
