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
  PT2H: 'PT120M',
  PT3H: 'PT10800S',
  PT24H: 'P1D',
};

/** What an optional member is where it is left out. */
const defaults: JsonObject = { responseDeadline: 'PT1H', httpAuthenticationType: 'NO_AUTH' };

const withoutDefaults = (record: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([name, value]) => defaults[name] !== value)
      .map(([name, value]) => [
        name,
        name === 'httpConfig' && isObject(value) ? withoutDefaults(value) : value,
      ]),
  );

/** Draws ids of another kind. */
const identifies =
  (kind: (random: Tenant['random']) => string): Apply =>
  (tenant) => {
    const random = tenant.random as { uuid: () => string };
    random.uuid = () => kind(tenant.random);
  };

/** How a tenant may show its records. */
export const recordVariants: readonly Variant[] = [
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
  {
    id: 'defaults-left-out',
    manner: 'A subscription lacks what has its default value.',
    source: 'optional members: absent means the default',
    touches: ['subscriptions.create.defaults', 'exchange.body'],
    apply: shows(withoutDefaults),
  },
];
