import type { Reply } from '../../call.ts';
import { changeBody, changeReply, type JsonObject, type When } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

/** Another body for refusals of a status. */
const says = (when: When, body: unknown): Apply => changeReply(when, (reply): Reply => ({ ...reply, body }));

/** Looks at the body of a request before it asks whether the client may send it. */
const bodyBeforeScope: Apply = ({ seams }) => {
  const { authorize, read, validate } = seams;
  seams.authorize = (call, tenant) => read(call, tenant) ?? validate(call, tenant) ?? authorize(call, tenant);
};

/** Looks for the subscription before it asks whether the client may touch it. */
const existenceBeforeScope: Apply = ({ seams }) => {
  const { authorize } = seams;
  const touching = ['updateSubscription', 'patchSubscription', 'deleteSubscription'];
  seams.authorize = (call, tenant) =>
    touching.includes(call.operation) && !tenant.store.subscriptions.find(call.id)
      ? { status: 404, headers: {}, body: { detailCode: '404 Not found', messages: [], causes: [] } }
      : authorize(call, tenant);
};

/** Counts a request against the quota before it looks at the token. */
const quotaBeforeToken: Apply = ({ seams }) => {
  const { admit, authenticate } = seams;
  const answered = new WeakMap<object, ReturnType<typeof authenticate>>();
  seams.authenticate = (call, tenant) => {
    answered.set(call, authenticate(call, tenant));

    return undefined;
  };
  seams.admit = (call, tenant) => admit(call, tenant) ?? answered.get(call);
};

/** How a tenant may refuse. */
export const refusalVariants: readonly Variant[] = [
  {
    id: 'missing-token-answered-in-another-shape',
    manner: 'A 401 says {"error":"JWT is required"} and names a challenge.',
    source: 'FC-021: the body of a 401',
    touches: ['auth.token.missing'],
    apply: changeReply({ status: 401 }, (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'WWW-Authenticate': 'Bearer' },
      body: { error: 'JWT is required' },
    })),
  },
  {
    id: 'missing-token-answered-without-a-body',
    manner: 'A 401 has no body.',
    source: 'FC-021: the body of a 401',
    touches: ['auth.token.missing'],
    apply: changeReply({ status: 401 }, ({ status, headers }) => ({ status, headers })),
  },
  {
    id: 'missing-scope-answered-by-the-gateway',
    manner: 'A 403 has a gateway body.',
    source: 'FC-022, FC-023: gateway bodies',
    touches: ['auth.scope.required'],
    apply: says({ status: 403 }, { message: 'Forbidden', errorName: 'FORBIDDEN', trackingId: 'abc' }),
  },
  {
    id: 'too-many-answered-by-the-gateway',
    manner: 'A 429 has the body of an error of the API.',
    source: 'seen on tenants: gateway bodies',
    touches: ['quota.limit'],
    apply: says({ status: 429 }, { error: 'rate_limited', error_description: 'Rate limit exceeded' }),
  },
  {
    id: 'errors-with-nulls',
    manner: 'Lists of an error that are empty are null, and so is the tracking id.',
    source: 'FC-023: an error may be any object',
    touches: ['exchange.error-body'],
    apply: changeBody({}, (body) => {
      const error = body as JsonObject | null;

      return error && typeof error === 'object' && 'detailCode' in error
        ? { ...error, causes: null, trackingId: null }
        : body;
    }),
  },
  {
    id: 'errors-with-more-members',
    manner: 'An error also has a time, a path and a status.',
    source: 'FC-023: an error may be any object',
    touches: ['exchange.error-body'],
    apply: changeBody({}, (body) => {
      const error = body as JsonObject | null;

      return error && typeof error === 'object' && 'detailCode' in error
        ? { ...error, timestamp: '2026-01-01T00:00:00Z', path: '/beta', status: 400 }
        : body;
    }),
  },
  {
    id: 'body-checked-before-the-scope',
    manner: 'A bad body is refused before a missing scope.',
    source: 'not published: the order of checks',
    touches: ['auth.scope.required', 'auth.scope.manage'],
    apply: bodyBeforeScope,
  },
  {
    id: 'existence-checked-before-the-scope',
    manner: 'What does not exist is answered 404 to a client without scope as well.',
    source: 'not published: the order of checks',
    touches: ['auth.scope.required', 'auth.scope.manage'],
    apply: existenceBeforeScope,
  },
  {
    id: 'quota-counted-before-the-token',
    manner: 'Requests without a good token count as well.',
    source: 'not published: the order of checks',
    touches: ['quota.limit'],
    apply: quotaBeforeToken,
  },
  {
    id: 'names-are-unique',
    manner: 'A second subscription of the same name is refused with 400.',
    source: 'not published: names',
    touches: ['subscriptions.create'],
    apply: ({ seams }) => {
      const { addSubscription } = seams;
      seams.addSubscription = (subscription, trigger, tenant) =>
        tenant.store.subscriptions.count(({ name }) => name === subscription.name) > 0
          ? { field: 'name', text: 'is taken' }
          : addSubscription(subscription, trigger, tenant);
    },
  },
  {
    id: 'deadlines-of-half-a-minute-at-least',
    manner: 'A response deadline below 30 seconds is refused with 400.',
    source: 'not published: bounds of a deadline',
    touches: ['dispatch.deadline'],
    apply: ({ seams }) => {
      const { rules } = seams;
      seams.rules = (subscription, ...rest) => [
        ...rules(subscription, ...rest),
        ...(/^PT([0-9]|[12][0-9])S$/.test(String(subscription.responseDeadline))
          ? [{ field: 'responseDeadline', text: 'must be at least PT30S' }]
          : []),
      ];
    },
  },
  {
    id: 'filters-not-checked-when-stored',
    manner: 'A filter that does not parse is stored, and never matches.',
    source: 'not published: filters that do not parse',
    touches: ['subscriptions.create'],
    apply: ({ seams }) => {
      const { rules } = seams;
      seams.rules = (...parts) => rules(...parts).filter(({ field }) => field !== 'filter');
    },
  },
];
