import type { SubscriptionRecord } from '../../records.ts';
import type { Tenant } from '../../tenant.ts';
import { changeBody, type JsonObject } from '../change.ts';
import {
  changeAddressees,
  changeDispatch,
  changeEnvelope,
  changeEvent,
  changeOutcome,
  readsTestAs,
  sendsAgainAfter,
} from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

const statuses = 'listTriggerInvocationStatus';
const completing = 'completeTriggerInvocation';

/** Changes every text in an input. */
const texts = (change: (text: string) => string): Apply =>
  changeEvent((event) => ({ ...event, input: inTexts(event.input, change) as JsonObject }));

const inTexts = (json: unknown, change: (text: string) => string): unknown => {
  if (typeof json === 'string') return change(json);
  if (Array.isArray(json)) return json.map((each) => inTexts(each, change));
  if (typeof json !== 'object' || json === null) return json;

  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, inTexts(value, change)]));
};

/** Goes by the filter that a subscription had when it was created. */
const firstFilter: Apply = (tenant) => {
  const { seams } = tenant;
  const { addSubscription, addressees } = seams;
  const filters = new Map<string, SubscriptionRecord['filter']>();
  seams.addSubscription = (subscription, trigger, asked) => {
    filters.set(subscription.id, subscription.filter);

    return addSubscription(subscription, trigger, asked);
  };
  seams.addressees = (body, input, asked) => {
    const list = () =>
      asked.store.subscriptions.list().map((each) => ({ ...each, filter: filters.get(each.id) ?? null }));
    const subscriptions = { ...asked.store.subscriptions, list };

    return addressees(body, input, { ...asked, store: { ...asked.store, subscriptions } });
  };
};

/** Dispatches to the others with the credentials of the first of them. */
const credentialsOfTheFirst: Apply = changeAddressees((meant) => {
  const [first] = meant;
  const { httpAuthenticationType, basicAuthConfig, bearerTokenAuthConfig } = first?.httpConfig ?? {};

  return meant.map((own) =>
    own.httpConfig && httpAuthenticationType
      ? {
          ...own,
          httpConfig: {
            ...own.httpConfig,
            httpAuthenticationType,
            ...(basicAuthConfig !== undefined && { basicAuthConfig }),
            ...(bearerTokenAuthConfig !== undefined && { bearerTokenAuthConfig }),
          },
        }
      : own,
  );
});

/** Remembers subscriptions beyond their end. */
const startsWhatIsDeleted: Apply = (tenant) => {
  const { seams } = tenant;
  const { removeSubscription } = seams;
  const gone = new Map<string, SubscriptionRecord>();
  seams.removeSubscription = (id, asked) => {
    const found = asked.store.subscriptions.find(id);
    if (found) gone.set(id, found);

    return removeSubscription(id, asked);
  };
  changeAddressees((meant, { subscriptionIds }) => [
    ...meant,
    ...(subscriptionIds ?? []).flatMap((id) => gone.get(id) ?? []),
  ])(tenant);
};

const completes =
  (change: (body: JsonObject) => JsonObject): Apply =>
  ({ seams }) => {
    const complete = seams.handle[completing];
    seams.handle[completing] = (call, tenant) =>
      complete({ ...call, body: change(call.body as JsonObject) }, tenant);
  };

const sampleOf = (body: JsonObject, { store }: Tenant): JsonObject =>
  (store.triggers.find(String(body.triggerId))?.exampleInput ?? {}) as JsonObject;

/** Defects that an independent tenant once hid from the specs. */
export const otherMakingMutants: readonly Mutant[] = [
  { id: 'filter-of-the-creation-stays', breaks: 'invocations.test.filter', apply: firstFilter },
  { id: 'credentials-of-the-first-for-all', breaks: 'dispatch.bearer-token', apply: credentialsOfTheFirst },
  {
    id: 'deleted-subscription-started',
    breaks: 'invocations.test.subscription-ids',
    apply: startsWhatIsDeleted,
  },
  {
    id: 'named-subscription-of-any-trigger-started',
    breaks: 'dispatch.only-subscribed',
    apply: changeAddressees((meant, { subscriptionIds }, { store }) =>
      subscriptionIds
        ? subscriptionIds
            .flatMap((id) => store.subscriptions.find(id) ?? [])
            .filter((each) => !each.filter || meant.includes(each))
        : meant,
    ),
  },
  {
    id: 'named-twice-started-twice',
    breaks: 'invocations.test.subscription-ids',
    apply: changeAddressees((meant, { subscriptionIds }) =>
      subscriptionIds ? subscriptionIds.flatMap((id) => meant.find((each) => each.id === id) ?? []) : meant,
    ),
  },
  { id: 'again-after-a-401', breaks: 'dispatch.once', apply: sendsAgainAfter('answered 401') },
  { id: 'again-after-a-404', breaks: 'dispatch.once', apply: sendsAgainAfter('answered 404') },
  {
    id: 'silence-acknowledges-in-dynamic',
    breaks: 'dispatch.answer-time',
    apply: changeOutcome((mode, { kind }) =>
      kind === 'late' && mode === 'DYNAMIC' ? { kind: 'open' } : undefined,
    ),
  },
  {
    id: 'answers-awaited-for-15-seconds',
    breaks: 'dispatch.answer-time',
    apply: changeDispatch(() => ({ answerLimitMs: () => 15_000 })),
  },
  {
    id: 'fire-and-forget-in-async-never-sent',
    breaks: 'dispatch.request',
    apply: changeDispatch(({ send, request }) => {
      let isForgotten = false;

      return {
        request: (config, envelope) => {
          isForgotten = config.httpDispatchMode === 'ASYNC' && !('_metadata' in envelope);

          return request(config, envelope);
        },
        send: (...parts) => (isForgotten ? undefined : send(...parts)),
      };
    }),
  },
  {
    id: 'completion-with-a-token-forgotten',
    breaks: 'invocations.complete',
    apply: ({ seams }) => {
      const complete = seams.handle[completing];
      seams.handle[completing] = async (call, tenant) => {
        const stored = tenant.store.invocations.find(call.id);
        const reply = await complete(call, tenant);
        if (call.token && stored && reply.status === 204) tenant.store.invocations.put(stored);

        return reply;
      };
    },
  },
  {
    id: 'output-in-ascii',
    breaks: 'invocations.complete',
    apply: completes((body) => ({
      ...body,
      output: inTexts(body.output, (text) => text.replace(/[^ -~]/g, '?')),
    })),
  },
  {
    id: 'output-cut-after-255',
    breaks: 'invocations.complete',
    apply: completes((body) => ({ ...body, output: inTexts(body.output, (text) => text.slice(0, 255)) })),
  },
  {
    id: 'secret-trimmed',
    breaks: 'invocations.complete.secret',
    apply: completes((body) =>
      typeof body.secret === 'string' ? { ...body, secret: body.secret.trim() } : body,
    ),
  },
  {
    id: 'sample-merged-into-the-input',
    breaks: 'invocations.test.sample',
    apply: readsTestAs((body, tenant) =>
      typeof body.input === 'object'
        ? { ...body, input: { ...sampleOf(body, tenant), ...body.input } }
        : body,
    ),
  },
  {
    id: 'input-with-other-line-ends',
    breaks: 'dispatch.input',
    apply: texts((text) => text.replaceAll('\r\n', '\n')),
  },
  {
    id: 'input-as-markup',
    breaks: 'dispatch.input',
    apply: texts((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  },
  { id: 'input-trimmed', breaks: 'dispatch.input', apply: texts((text) => text.trim()) },
  { id: 'input-cut-after-255', breaks: 'dispatch.input', apply: texts((text) => text.slice(0, 255)) },
  {
    id: 'input-times-in-seconds',
    breaks: 'dispatch.input',
    apply: texts((text) => text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/, '$1Z')),
  },
  {
    id: 'input-without-empty-lists',
    breaks: 'dispatch.input',
    apply: changeEnvelope((envelope) =>
      JSON.parse(
        JSON.stringify(envelope, (_, value) =>
          Array.isArray(value) && value.length === 0 ? undefined : value,
        ),
      ),
    ),
  },
  {
    id: 'statuses-hidden-from-readers',
    breaks: 'auth.scope.read',
    apply: changeBody({ operation: statuses, status: 200 }, (body, { token }) =>
      token?.client.scopes.every((scope) => scope.endsWith(':read')) ? [] : body,
    ),
  },
  {
    id: 'status-listed-twice-on-a-page',
    breaks: 'invocations.status',
    apply: changeBody({ operation: statuses, status: 200 }, (body) => {
      const records = body as readonly JsonObject[];
      const [ended] = records.filter(({ completed }) => completed);

      return ended && records.length < 100 ? [...records, ended] : records;
    }),
  },
];
