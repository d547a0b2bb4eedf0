import { setTimeout } from 'node:timers/promises';
import { compile } from '../../../filters/compile.ts';
import { matches } from '../../../filters/read.ts';
import type { JsonObject } from '../change.ts';
import { changeDispatch, changeEnvelope, changeHeaders, changeOutcome } from '../change-dispatch.ts';
import type { Apply, Variant } from '../mutant.ts';

const withMetadata = (members: JsonObject): Apply =>
  changeEnvelope((envelope) =>
    '_metadata' in envelope
      ? { ...envelope, _metadata: { ...(envelope._metadata as JsonObject), ...members } }
      : envelope,
  );

/** Asks whether an address is there before an event goes to it. */
const askingFirst: Apply = changeDispatch(({ send }) => ({
  send: (request, exchange, tenant) => {
    void fetch(request.url, { method: 'HEAD', signal: AbortSignal.timeout(200) })
      .catch(() => undefined)
      .then(() => send(request, exchange, tenant));
  },
}));

/** How events may go out, and what may become of them. */
export const eventVariants: readonly Variant[] = [
  {
    id: 'events-come-late',
    manner: 'An event leaves a second after its start.',
    source: 'slow tenants are right',
    touches: ['dispatch.request', 'dispatch.deadline'],
    apply: changeDispatch(({ send }) => ({
      send: (...parts) => void setTimeout(1000).then(() => send(...parts)),
    })),
  },
  {
    id: 'addresses-are-asked-before-an-event',
    manner: 'Before an event goes out, its address is asked with HEAD, without credentials.',
    source: 'not published: other requests to an address',
    touches: ['dispatch.request', 'dispatch.bearer-token', 'dispatch.basic-auth', 'dispatch.once'],
    apply: askingFirst,
  },
  {
    id: 'events-have-a-block-more',
    manner: 'An event has a block _meta.',
    source: 'FC-044: _meta',
    touches: ['dispatch.input'],
    apply: changeEnvelope((envelope) => ({
      ...envelope,
      _meta: { invocationId: 'i1', subscriptionId: 's1', triggerType: 'fireAndForget' },
    })),
  },
  {
    id: 'metadata-has-more-members',
    manner: '_metadata also has the invocation, the tenant and the version of the API.',
    source: 'FC-044, FC-026: more members',
    touches: ['dispatch.async.metadata'],
    apply: withMetadata({ invocationId: 'i1', tenantId: 't1', apiVersion: 'v3' }),
  },
  {
    id: 'fire-and-forget-has-metadata',
    manner: 'Events of FIRE_AND_FORGET triggers have a block _metadata.',
    source: 'not published: _metadata of FIRE_AND_FORGET',
    touches: ['dispatch.input'],
    apply: changeDispatch(({ event, envelope }) => {
      let isForgotten = false;

      return {
        event: (delivery) => {
          isForgotten = delivery.trigger.type === 'FIRE_AND_FORGET';

          return event(delivery);
        },
        envelope: (mode, sent) =>
          isForgotten
            ? {
                ...envelope(mode, sent),
                _metadata: { triggerId: sent.triggerId, triggerType: 'fireAndForget' },
              }
            : envelope(mode, sent),
      };
    }),
  },
  {
    id: 'schemes-in-capitals',
    manner: 'Credentials name their scheme in capitals.',
    source: 'RFC 9110, 11.1: schemes have no case',
    touches: ['dispatch.basic-auth', 'dispatch.bearer-token'],
    apply: changeHeaders(({ authorization }) => ({
      authorization: authorization?.replace(/^\w+/, (scheme) => scheme.toUpperCase()),
    })),
  },
  {
    id: 'events-say-their-charset',
    manner: 'The media type of an event has a charset, and the request an agent and an id.',
    source: 'not published: headers of an event',
    touches: ['dispatch.request'],
    apply: changeHeaders(() => ({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Java-http-client/17.0.9',
      'x-request-id': '0af7651916cd43dd8448eb211c80319c',
    })),
  },
  {
    id: 'forgotten-events-always-succeed',
    manner: 'An event of a FIRE_AND_FORGET trigger ends as a success, whatever the subscriber answers.',
    source: 'not published: the end of FIRE_AND_FORGET',
    touches: ['invocations.status.output'],
    apply: changeDispatch(({ finish }) => ({
      finish: (invocation, ended, tenant) =>
        finish(
          invocation,
          tenant.store.triggers.find(invocation.triggerId)?.type === 'FIRE_AND_FORGET'
            ? { output: null, localizedError: null }
            : ended,
          tenant,
        ),
    })),
  },
  {
    id: 'any-success-acknowledges',
    manner: 'In mode ASYNC any status of success acknowledges.',
    source: 'not published: other statuses of success',
    touches: ['dispatch.async.callback'],
    apply: changeOutcome((mode, answer) =>
      mode === 'ASYNC' && answer.kind === 'answered' && answer.status >= 200 && answer.status < 300
        ? { kind: 'open' }
        : undefined,
    ),
  },
  {
    id: 'unmatched-test-answered-with-an-empty-list',
    manner: 'A test event that no filter lets pass is answered 200 with an empty list.',
    source: 'not published: a test that reaches nobody',
    touches: ['invocations.test.filter'],
    apply: ({ seams }) => {
      const { startTestTriggerInvocation } = seams.handle;
      seams.handle.startTestTriggerInvocation = async (call, tenant) => {
        const reply = await startTestTriggerInvocation(call, tenant);
        const { triggerId } = call.body as JsonObject;
        const isSubscribed = tenant.store.subscriptions.count((each) => each.triggerId === triggerId) > 0;

        return reply.status === 204 && isSubscribed ? { status: 200, headers: {}, body: [] } : reply;
      };
    },
  },
  {
    id: 'filters-read-with-exceptions-suppressed',
    manner: 'Filters are read by the other of the two readings.',
    source: 'not published: which reading a tenant has',
    touches: ['invocations.test.filter', 'filters.validate.dialect'],
    apply: (tenant) => {
      const { filters } = tenant;
      tenant.filters = {
        ...filters,
        matches: (filter, input) => {
          const compiled = compile(filter);

          return compiled.ok && matches(compiled.path, input, 'suppressed');
        },
      };
    },
  },
];
