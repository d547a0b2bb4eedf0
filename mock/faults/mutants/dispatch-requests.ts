import type { JsonObject } from '../change.ts';
import {
  changeDispatch,
  changeEnvelope,
  changeEvent,
  changeHeaders,
  changeRequest,
  sendsAgainAfter,
} from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Changes every value in a JSON that is no object and no list. */
const everyValue = (json: unknown, change: (value: unknown) => unknown): unknown => {
  if (Array.isArray(json)) return json.map((each) => everyValue(each, change));
  if (typeof json !== 'object' || json === null) return change(json);

  return Object.fromEntries(
    Object.entries(json)
      .map(([name, value]) => [name, everyValue(value, change)] as const)
      .filter(([, value]) => value !== undefined),
  );
};

const changeValues = (change: (value: unknown) => unknown): Apply =>
  changeEnvelope((envelope) => everyValue(envelope, change) as JsonObject);

/** Of a test that names several subscriptions, the last gets its event again a little later. */
const lastAgain: Apply = (tenant) => {
  const { handle } = tenant.seams;
  const { startTestTriggerInvocation } = handle;
  let last: unknown;
  let delivered: unknown;
  handle.startTestTriggerInvocation = (call, each) => {
    const { subscriptionIds } = call.body as Readonly<{ subscriptionIds?: readonly string[] | null }>;
    last = (subscriptionIds?.length ?? 0) > 1 ? subscriptionIds?.at(-1) : undefined;

    return startTestTriggerInvocation(call, each);
  };
  changeDispatch(({ event, send }) => ({
    event: (delivery) => {
      delivered = delivery.subscription.id;

      return event(delivery);
    },
    send: (request, exchange, each) => {
      send(request, exchange, each);
      if (last !== undefined && delivered === last)
        each.clock.setTimer(each.clock.now() + 200, () => exchange(request));
    },
  }))(tenant);
};

/** How an event goes out: method, address, media type and body. */
export const dispatchRequestMutants: readonly Mutant[] = [
  {
    id: 'dispatch-by-put',
    breaks: 'dispatch.request',
    apply: changeRequest((request) => ({ ...request, method: 'PUT' })),
  },
  {
    id: 'dispatch-as-plain-text',
    breaks: 'dispatch.request',
    apply: changeHeaders(() => ({ 'content-type': 'text/plain' })),
  },
  {
    id: 'dispatch-without-media-type',
    breaks: 'dispatch.request',
    apply: changeHeaders(() => ({ 'content-type': undefined })),
  },
  {
    id: 'dispatch-of-a-list',
    breaks: 'dispatch.request',
    apply: changeRequest((request) => ({ ...request, body: `[${request.body}]` })),
  },
  {
    id: 'dispatch-of-a-text-with-the-json',
    breaks: 'dispatch.request',
    apply: changeRequest((request) => ({ ...request, body: JSON.stringify(request.body) })),
  },
  {
    id: 'dispatch-loses-the-path',
    breaks: 'dispatch.request',
    apply: changeRequest((request) => ({ ...request, url: new URL('/', request.url).href })),
  },
  {
    id: 'dispatch-loses-the-query',
    breaks: 'dispatch.request',
    apply: changeRequest((request) => ({ ...request, url: request.url.replace(/\?.*/, '') })),
  },
  {
    id: 'dispatch-wrapped',
    breaks: 'dispatch.input',
    apply: changeEnvelope((envelope) => ({ event: envelope })),
  },
  {
    id: 'dispatch-without-input',
    breaks: 'dispatch.input',
    apply: changeEvent((event) => ({ ...event, input: {} })),
  },
  {
    id: 'dispatch-of-the-sample',
    breaks: 'dispatch.input',
    apply: changeEvent((event, { trigger }) => ({ ...event, input: trigger.exampleInput as JsonObject })),
  },
  {
    id: 'dispatch-of-flat-members-only',
    breaks: 'dispatch.input',
    apply: changeEvent((event) => ({
      ...event,
      input: Object.fromEntries(
        Object.entries(event.input).filter(([, value]) => typeof value !== 'object' || value === null),
      ),
    })),
  },
  {
    id: 'dispatch-with-metadata-loses-the-input',
    breaks: 'dispatch.input',
    apply: changeEnvelope((envelope, mode) =>
      '_metadata' in envelope && mode === 'DYNAMIC' ? { _metadata: envelope._metadata } : envelope,
    ),
  },
  {
    id: 'dispatch-has-texts-for-numbers',
    breaks: 'dispatch.input',
    apply: changeValues((value) => (typeof value === 'number' ? String(value) : value)),
  },
  {
    id: 'dispatch-loses-null',
    breaks: 'dispatch.input',
    apply: changeValues((value) => value ?? undefined),
  },
  {
    id: 'dispatch-knows-ascii-only',
    breaks: 'dispatch.input',
    apply: changeValues((value) => (typeof value === 'string' ? value.replace(/[^ -~]/g, '?') : value)),
  },
  {
    id: 'dispatch-cut-behind-the-first-of-a-list',
    breaks: 'dispatch.input',
    apply: changeEvent((event) => ({
      ...event,
      input: Object.fromEntries(
        Object.entries(event.input).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.slice(0, 1) : value,
        ]),
      ),
    })),
  },
  {
    id: 'dispatch-twice',
    breaks: 'dispatch.once',
    apply: changeDispatch(() => ({
      send: (request, exchange) => {
        exchange(request);
        exchange(request);
      },
    })),
  },
  {
    id: 'dispatch-with-metadata-twice',
    breaks: 'dispatch.once',
    apply: changeDispatch(({ send }) => ({
      send: (request, exchange, tenant) => {
        send(request, exchange, tenant);
        if (request.body.includes('"_metadata"')) exchange(request);
      },
    })),
  },
  { id: 'last-of-several-sent-again', breaks: 'dispatch.once', apply: lastAgain },
  { id: 'dispatch-again-after-a-500', breaks: 'dispatch.once', apply: sendsAgainAfter('answered 500') },
  { id: 'dispatch-again-after-a-503', breaks: 'dispatch.once', apply: sendsAgainAfter('answered 503') },
  { id: 'dispatch-again-after-silence', breaks: 'dispatch.once', apply: sendsAgainAfter('within') },
];
