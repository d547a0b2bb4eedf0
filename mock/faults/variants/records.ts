import type { SubscriptionRecord, TriggerRecord } from '../../records.ts';
import type { Tenant } from '../../tenant.ts';
import { changeHeader, changeRecords, type JsonObject, type When } from '../change.ts';
import type { Apply, Variant } from '../mutant.ts';

const shown: When = {
  operation: ['createSubscription', 'listSubscriptions', 'updateSubscription', 'patchSubscription'],
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** Changes subscriptions in answers of success. */
const shows = (change: (subscription: JsonObject) => JsonObject): Apply =>
  changeRecords(shown, (record) => {
    const subscription = record as JsonObject;

    return 'triggerId' in subscription ? change(subscription) : subscription;
  });

/** Other spellings of one duration, as libraries write them. */
const otherSpelling: Readonly<Record<string, string>> = {
  PT1H: 'PT60M',
  PT1M: 'PT60S',
  PT24H: 'P1D',
  PT2M: 'PT120S',
  PT7M: 'PT420S',
};

/** Draws ids of another kind. */
const identifies =
  (kind: (random: Tenant['random']) => string): Apply =>
  (tenant) => {
    const random = tenant.random as { uuid: () => string };
    random.uuid = () => kind(tenant.random);
  };

const another = (id: string, more: Partial<TriggerRecord> & JsonObject = {}): TriggerRecord => ({
  id,
  name: id.replace(/^\w+:/, '').replaceAll('-', ' '),
  type: 'FIRE_AND_FORGET',
  description: '',
  inputSchema: '{}',
  exampleInput: {},
  outputSchema: null,
  exampleOutput: null,
  ...more,
});

const more: readonly TriggerRecord[] = [
  another('idn:identity-deleted', { deprecated: true }),
  another('idn:source-account-created', { deprecated: true }),
  another('idn:source-account-updated', { deprecated: true }),
  another('idn:source-account-deleted', { deprecated: true }),
  another('sp:form-submitted', { inputSchema: '{"type":"object"}\n' }),
  another('idn:machine-identity-created', { outputSchema: '' }),
  another('idn:machine-identity-updated'),
  another('idn:outbound-request-approver', { type: 'REQUEST_RESPONSE', outputSchema: '{"type":"object"}' }),
  another('CUSTOM:Upper-Case'),
  another('zz:last-of-all', { name: 'Zoë & "quotes"' }),
  another('idn:access-requested'),
];

const someonesOwn = (tenant: Tenant, subscription: JsonObject & { triggerId?: string }): void => {
  const triggerId = subscription.triggerId ?? 'idn:identity-created';
  const trigger = tenant.store.triggers.find(triggerId);
  const record = {
    id: tenant.random.uuid(),
    name: 'of somebody',
    triggerId,
    triggerName: trigger?.name ?? triggerId,
    type: 'HTTP',
    responseDeadline: 'PT1H',
    enabled: true,
    ...subscription,
  };
  tenant.store.subscriptions.put(record as SubscriptionRecord);
};

const config = (members: JsonObject): JsonObject => ({
  url: 'https://example.com/others',
  httpDispatchMode: 'SYNC',
  ...members,
});

/** What a tenant may have stored, and how it may show it. */
export const recordVariants: readonly Variant[] = [
  {
    id: 'offers-31-triggers',
    manner: 'The catalogue has eleven triggers more, some of them deprecated.',
    source: 'FC-046: more triggers',
    touches: ['triggers.catalogue', 'triggers.list'],
    apply: ({ store }) => {
      for (const trigger of more) store.triggers.put(trigger);
    },
  },
  {
    id: 'others-have-what-is-new',
    manner: 'Others have subscriptions with enums, types and configs that came later, or none.',
    source: 'FC-041, FC-042: nulls and new values of others',
    touches: ['exchange.body', 'subscriptions.list'],
    apply: (tenant) => {
      someonesOwn(tenant, { httpConfig: config({ httpAuthenticationType: 'OAUTH2' }) });
      someonesOwn(tenant, { httpConfig: config({ httpAuthenticationType: null }) });
      someonesOwn(tenant, { httpConfig: null, type: 'WORKFLOW', workflowConfig: { workflowId: 'w1' } });
      someonesOwn(tenant, { type: 'SCRIPT', triggerId: 'idn:source-created' });
      someonesOwn(tenant, { type: 'INLINE', filter: '', description: '' });
      someonesOwn(tenant, { name: '', filter: '$[?(' });
      someonesOwn(tenant, { name: 'x'.repeat(3000), responseDeadline: 'P1DT12H' });
    },
  },
  {
    id: 'both-slots-are-taken',
    manner: 'Others hold the places of both REQUEST_RESPONSE triggers.',
    source: 'rule of the suite: slots of others',
    touches: ['subscriptions.limit.request-response'],
    apply: (tenant) => {
      for (const triggerId of ['idn:access-request-dynamic-approver', 'idn:access-request-pre-approval'])
        someonesOwn(tenant, { triggerId, httpConfig: config({ httpAuthenticationType: 'NO_AUTH' }) });
    },
  },
  {
    id: 'three-hundred-of-others',
    manner: 'Others have 320 subscriptions, on most triggers.',
    source: 'rule of the suite: more than one page',
    touches: ['subscriptions.list', 'collections.limit.default'],
    apply: (tenant) => {
      const meant = tenant.store.triggers
        .list()
        .filter(({ type }) => type === 'FIRE_AND_FORGET')
        .slice(0, 8);
      for (const { id } of meant) {
        for (let held = 0; held < 40; held += 1)
          someonesOwn(tenant, {
            triggerId: id,
            name: `of others ${held}`,
            httpConfig: config({ httpAuthenticationType: 'NO_AUTH' }),
          });
      }
    },
  },
  {
    id: 'durations-spelt-otherwise',
    manner: 'A response deadline comes back in another spelling of the same duration.',
    source: 'ISO 8601: spellings of one duration',
    touches: ['subscriptions.create'],
    apply: shows((subscription) => ({
      ...subscription,
      responseDeadline: otherSpelling[String(subscription.responseDeadline)] ?? subscription.responseDeadline,
    })),
  },
  {
    id: 'absent-texts-are-empty',
    manner: 'A description or a filter that is not there is an empty text.',
    source: 'FC-041: empty for absent',
    touches: ['exchange.body'],
    apply: shows((subscription) => ({ description: '', filter: '', ...subscription })),
  },
  {
    id: 'every-config-in-every-record',
    manner: 'An http config shows both kinds of credentials, with nulls in them.',
    source: 'FC-041: nulls in a config',
    touches: ['subscriptions.secrets'],
    apply: shows((subscription) => ({
      ...subscription,
      ...(isObject(subscription.httpConfig) && {
        httpConfig: {
          basicAuthConfig: { userName: null, password: null },
          bearerTokenAuthConfig: { bearerToken: null },
          ...subscription.httpConfig,
        },
      }),
    })),
  },
  {
    id: 'ids-are-numbers-in-a-text',
    manner: 'Ids are long numbers, as texts.',
    source: 'not published: the form of an id',
    touches: ['subscriptions.create.id'],
    apply: identifies((random) => String(BigInt(`0x${random.hex().slice(0, 15)}`))),
  },
  {
    id: 'ids-without-dashes',
    manner: 'Ids are 32 hexadecimal digits.',
    source: 'not published: the form of an id',
    touches: ['subscriptions.create.id'],
    apply: identifies((random) => random.hex()),
  },
  {
    id: 'ids-in-capitals',
    manner: 'Ids are in capitals, with a prefix.',
    source: 'not published: the form of an id',
    touches: ['subscriptions.create.id'],
    apply: identifies((random) => `SUB-${random.hex().toUpperCase()}`),
  },
  {
    id: 'created-says-where',
    manner: 'A created subscription comes with Location and ETag.',
    source: 'FC-046: extra headers',
    touches: ['subscriptions.create'],
    apply: (tenant) => {
      changeHeader(
        { operation: 'createSubscription', status: 201 },
        'Location',
        '/trigger-subscriptions/1',
      )(tenant);
      changeHeader({ operation: 'createSubscription', status: 201 }, 'ETag', 'W/"1"')(tenant);
    },
  },
  {
    id: 'schemas-of-another-draft',
    manner: 'Input schemas are written for draft 4, with definitions, over several lines.',
    source: 'not published: the draft of a schema',
    touches: ['triggers.input-schema'],
    apply: changeRecords({ operation: 'listTriggers', status: 200 }, (trigger) => ({
      ...trigger,
      inputSchema: JSON.stringify(
        {
          definitions: {},
          $schema: 'http://json-schema.org/draft-04/schema#',
          ...JSON.parse(String(trigger.inputSchema)),
        },
        null,
        2,
      ),
    })),
  },
];
