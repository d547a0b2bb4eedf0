import { changeBody, changeRecords, type JsonObject, type When } from '../change.ts';
import type { Variant } from '../mutant.ts';

const subscriptions: When = {
  operation: ['createSubscription', 'listSubscriptions', 'updateSubscription', 'patchSubscription'],
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** Changes the records of successful answers. */
const ofSuccess = (when: When, change: (record: JsonObject) => JsonObject): Variant['apply'] =>
  changeBody(when, (body) => {
    if (Array.isArray(body)) return body.map((record) => (isObject(record) ? change(record) : record));

    return isObject(body) && 'id' in body ? change(body) : body;
  });

/** Changes an error body that is an ErrorResponseDto. */
const ofErrors = (change: (body: JsonObject) => unknown): Variant['apply'] =>
  changeBody({}, (body) => (isObject(body) && 'detailCode' in body ? change(body) : body));

const turnedRound = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (!isObject(value)) return value;

  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turnedRound(member)]),
  );
};

export const bodyVariants: readonly Variant[] = [
  {
    id: 'records-have-a-field-more',
    manner: 'Every record has a member that no document names.',
    source: 'FC-046: extra fields',
    touches: ['exchange.body'],
    apply: ofSuccess({}, (record) => ({ ...record, 'x-new': 1 })),
  },
  {
    id: 'keys-in-another-order',
    manner: 'The members of every object come in reverse.',
    source: 'JSON: members have no order',
    touches: ['exchange.body', 'exchange.error-body'],
    apply: changeBody({}, turnedRound),
  },
  {
    id: 'optional-members-are-null',
    manner: 'A subscription shows null for what it does not have.',
    source: 'FC-041: null for an optional text',
    touches: ['exchange.body', 'exchange.body.details'],
    apply: ofSuccess(subscriptions, (record) => ({
      description: null,
      filter: null,
      httpConfig: null,
      eventBridgeConfig: null,
      ...record,
    })),
  },
  {
    id: 'outputs-left-out',
    manner: 'Triggers that expect no output lack its schema and its sample.',
    source: 'optional members of a trigger',
    touches: ['triggers.list', 'triggers.output-schema'],
    apply: changeRecords(
      { operation: 'listTriggers', status: 200 },
      ({ outputSchema, exampleOutput, ...rest }) => ({
        ...rest,
        ...(outputSchema !== null && { outputSchema, exampleOutput }),
      }),
    ),
  },
  {
    id: 'messages-come-twice',
    manner: 'An error says its message in two locales.',
    source: 'seen on tenants: a message in two locales',
    touches: ['exchange.error-body'],
    apply: ofErrors((body) => ({
      ...body,
      messages: [...[body.messages].flat(), { locale: 'und', localeOrigin: 'REQUEST', text: 'Refused.' }],
    })),
  },
  {
    id: 'locale-origin-is-new',
    manner: 'A message has a locale origin that was added later.',
    source: 'FC-042: new values of enums',
    touches: ['exchange.error-body'],
    apply: ofErrors((body) => ({
      ...body,
      messages: [{ locale: null, localeOrigin: 'TENANT', text: 'Refused.' }],
    })),
  },
  {
    id: 'detail-code-spelt-otherwise',
    manner: 'The detail code has other capitals.',
    source: 'seen on tenants: spelling of detailCode',
    touches: ['exchange.error-body'],
    apply: ofErrors((body) => ({ ...body, detailCode: String(body.detailCode).toLowerCase() })),
  },
  {
    id: 'errors-in-the-shape-of-a-gateway',
    manner: 'Errors have the members errorName, errorMessage and trackingId.',
    source: 'FC-023: gateway bodies',
    touches: ['exchange.error-body'],
    apply: ofErrors(({ trackingId }) => ({ errorName: 'Error', errorMessage: 'Refused.', trackingId })),
  },
  {
    id: 'errors-without-causes',
    manner: 'Errors say nothing but a message.',
    source: 'seen on tenants: gateway bodies',
    touches: ['exchange.error-body'],
    apply: ofErrors(() => ({ message: 'Refused.' })),
  },
  {
    id: 'times-in-microseconds',
    manner: 'Timestamps have six decimals.',
    source: 'FC-043: microseconds',
    touches: ['exchange.body', 'invocations.status.created'],
    apply: ofSuccess({ operation: 'listTriggerInvocationStatus', status: 200 }, (record) => ({
      ...record,
      created: String(record.created).replace('Z', '123Z'),
      ...(record.completed ? { completed: String(record.completed).replace('Z', '123Z') } : {}),
    })),
  },
  {
    id: 'open-invocations-have-an-empty-completed',
    manner: 'completed is an empty text while an invocation is open.',
    source: 'FC-040: completed in flight',
    touches: ['invocations.status.in-flight'],
    apply: ofSuccess({ operation: 'listTriggerInvocationStatus', status: 200 }, (record) => ({
      ...record,
      completed: record.completed ?? '',
    })),
  },
];
