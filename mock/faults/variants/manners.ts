import { setTimeout } from 'node:timers/promises';
import { read } from '../../call.ts';
import { changeHeader, changeReply, overlook } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

const bySensitiveCase = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** Answers a refusal that has these words with another status, where none is published for its cause. */
const refusesWith = (words: string, status: number): Apply =>
  changeReply({ status: 400 }, (reply) =>
    JSON.stringify(reply.body).includes(words) ? { ...reply, status } : reply,
  );

const slow: Apply = ({ seams }) => {
  const { respond } = seams;
  seams.respond = async (...parts) => {
    await setTimeout(30);

    return respond(...parts);
  };
};

const behindTheEnd: Apply = ({ seams }) => {
  const { respond } = seams;
  seams.respond = (reply, call, tenant) => {
    const isBehind = Number(call.query.offset) > 0 && Array.isArray(reply.body) && reply.body.length === 0;
    const refusal = {
      status: 400,
      headers: {},
      body: { detailMessage: 'Specified offset is invalid.', stackTrace: [] },
    };

    return respond(isBehind && call.query.limit !== '0' ? refusal : reply, call, tenant);
  };
};

const limitTolerated: Apply = ({ seams }) => {
  const { parsePaging } = seams.query;
  seams.query.parsePaging = (query) =>
    parsePaging(Number(query.limit) > 250 ? { ...query, limit: '250' } : query);
};

export const mannerVariants: readonly Variant[] = [
  {
    id: 'slow-answers',
    manner: 'Each answer takes 30 ms.',
    source: 'slow tenants are right',
    touches: ['exchange.status'],
    apply: slow,
  },
  {
    id: 'offset-behind-the-end-refused',
    manner: 'An offset past the end is refused with 400.',
    source: 'FC-033: an offset past the end',
    touches: ['collections.offset.end'],
    apply: behindTheEnd,
  },
  {
    id: 'limit-above-250-tolerated',
    manner: 'A limit above 250 counts as 250.',
    source: 'FC-035: a limit above 250',
    touches: ['collections.limit.range'],
    apply: limitTolerated,
  },
  {
    id: 'sorts-and-compares-with-case',
    manner: 'Texts are compared with regard to case.',
    source: 'not published: case',
    touches: ['collections.sort', 'collections.filter.eq'],
    apply: ({ seams: { query } }) => {
      const { matches, sort } = query;
      query.matches = (filter, item, field) => matches(filter, item, field, bySensitiveCase);
      query.sort = (items, sorters, field) => sort(items, sorters, field, bySensitiveCase);
    },
  },
  {
    id: 'wrong-media-type-answered-415',
    manner: 'A wrong media type is refused with 415.',
    source: 'not published: a wrong media type',
    touches: ['subscriptions.patch.media-type'],
    apply: refusesWith('Content-Type: ', 415),
  },
  {
    id: 'full-trigger-answered-403',
    manner: 'A place too many is refused with 403.',
    source: 'not published: a place too many',
    touches: ['subscriptions.limit.fire-and-forget', 'subscriptions.limit.request-response'],
    apply: refusesWith('is its limit', 403),
  },
  {
    id: 'unknown-trigger-answered-404',
    manner: 'A subscription to an unknown trigger is refused with 404.',
    source: 'not published: an unknown trigger',
    touches: ['subscriptions.create.unknown-trigger'],
    apply: refusesWith('no trigger has this id', 404),
  },
  {
    id: 'null-secret-clears',
    manner: 'A null secret that is put back clears the stored one.',
    source: 'not published: a null secret',
    touches: ['subscriptions.secrets'],
    apply: ({ seams }) => {
      seams.keepSecrets = (next) => next;
    },
  },
  {
    id: 'dispatch-mode-optional',
    manner: 'A subscription without httpDispatchMode is taken, and a mode is read back.',
    source: 'FC-016: httpDispatchMode left out',
    touches: ['subscriptions.create.dispatch-mode'],
    apply: overlook(
      'createSubscription',
      ({ field, text }) => field.endsWith('DispatchMode') && text.includes('present'),
    ),
  },
  {
    id: 'absent-members-may-be-removed',
    manner: 'A patch that removes what is not there does nothing.',
    source: 'not published: removing what is not there',
    touches: ['subscriptions.patch.missing-target'],
    apply: ({ seams }) => {
      const { patch } = seams;
      seams.patch = (operations, stored) => {
        const patched = patch(operations, stored);

        return patched.ok || operations.some(({ op }) => op !== 'remove') ? patched : read(stored);
      };
    },
  },
  {
    id: 'expired-token-hinders-completion',
    manner: 'A completion with an expired token is refused with 401.',
    source: 'FC-032: an expired bearer',
    touches: ['invocations.complete.without-token'],
    apply: ({ seams }) => {
      const { authenticate } = seams;
      seams.authenticate = (call, tenant) => {
        if (call.operation !== 'completeTriggerInvocation' || !call.headers.authorization)
          return authenticate(call, tenant);
        const asked = { ...call, operation: 'listTriggers' } as const;
        const refusal = authenticate(asked, tenant);
        if ('token' in asked) Object.assign(call, { token: asked.token });

        return refusal;
      };
    },
  },
  {
    id: 'wrong-secret-answered-403',
    manner: 'A completion with a wrong secret is refused with 403.',
    source: 'not published: a wrong secret',
    touches: ['invocations.complete.secret'],
    apply: refusesWith('is not that of the invocation', 403),
  },
  {
    id: 'media-type-without-charset',
    manner: 'The media type is application/json and nothing behind it.',
    source: 'seen on tenants: media types',
    touches: ['exchange.media-type'],
    apply: changeReply({}, (reply) =>
      reply.body === undefined
        ? reply
        : { ...reply, headers: { ...reply.headers, 'Content-Type': 'application/json' } },
    ),
  },
  {
    id: 'connection-closed-after-each-answer',
    manner: 'Each answer closes its connection.',
    source: 'HTTP: connections',
    touches: ['exchange.body'],
    apply: changeHeader({}, 'Connection', 'close'),
  },
  {
    id: 'full-trigger-answered-409',
    manner: 'A place too many is refused with 409.',
    source: 'not published: a place too many',
    touches: ['subscriptions.limit.fire-and-forget', 'subscriptions.limit.request-response'],
    apply: refusesWith('is its limit', 409),
  },
  {
    id: 'not-found-in-the-shape-of-a-gateway',
    manner: 'A refusal of what is unknown has a gateway body.',
    source: 'FC-023: gateway bodies',
    touches: ['subscriptions.delete.unknown', 'exchange.error-body'],
    apply: changeReply({ status: 404 }, (reply) => ({ ...reply, body: { error: 'not found' } })),
  },
];
