import { clause, expect, expectStored, type JsonObject, test, without } from '../support/index.ts';

const needs = ['writes'] as const;

const httpConfig = {
  url: 'https://example.com/hook',
  httpDispatchMode: 'SYNC',
  httpAuthenticationType: 'NO_AUTH',
};
const withPassword = (password: string) => ({
  ...httpConfig,
  httpAuthenticationType: 'BASIC_AUTH',
  basicAuthConfig: { userName: 'uma', password },
});
const other = { ...httpConfig, url: 'https://example.com/replaced', httpDispatchMode: 'DYNAMIC' };

type Case = Readonly<{
  id: `subscriptions.patch.${'replace' | 'add' | 'remove' | 'copy' | 'move' | 'several' | 'nested'}`;
  title: string;
  /** What the subscription has before, besides what every draft has. */
  before?: (name: unknown) => JsonObject;
  operations: (name: unknown) => readonly JsonObject[];
  /** What it has afterwards; all else stays. */
  after: (name: unknown) => JsonObject;
  smoke?: boolean;
}>;

const full = () => ({ filter: '$.identity', description: 'as created' });

const replacing = (member: string, toValue: (name: unknown) => unknown): Case => ({
  id: 'subscriptions.patch.replace',
  title: `replaces ${member} and nothing else`,
  before: full,
  operations: (name) => [{ op: 'replace', path: `/${member}`, value: toValue(name) }],
  after: (name) => ({ [member]: toValue(name) }),
  smoke: member === 'name',
});

const nesting = (member: keyof typeof httpConfig, value: string): Case => ({
  id: 'subscriptions.patch.nested',
  title: `reaches httpConfig.${member} and leaves its neighbours`,
  before: () => ({ httpConfig }),
  operations: () => [{ op: 'replace', path: `/httpConfig/${member}`, value }],
  after: () => ({ httpConfig: { ...httpConfig, [member]: value } }),
});

const cases: readonly Case[] = [
  replacing('name', (name) => `${name} renamed`),
  replacing('description', () => 'described by a contract test'),
  replacing('filter', () => '$[?(@.identity.id == "i2")]'),
  replacing('responseDeadline', () => 'PT3H'),
  replacing('httpConfig', () => other),
  nesting('url', 'https://example.com/nested'),
  nesting('httpDispatchMode', 'ASYNC'),
  {
    id: 'subscriptions.patch.add',
    title: 'adds a field that was not there',
    operations: () => [{ op: 'add', path: '/filter', value: '$.identity' }],
    after: () => ({ filter: '$.identity' }),
  },
  {
    id: 'subscriptions.patch.add',
    title: 'adds over a field that is there',
    before: full,
    operations: () => [{ op: 'add', path: '/description', value: 'added over' }],
    after: () => ({ description: 'added over' }),
  },
  {
    id: 'subscriptions.patch.remove',
    title: 'removes a field',
    before: full,
    operations: () => [{ op: 'remove', path: '/filter' }],
    after: () => ({ filter: null }),
  },
  {
    id: 'subscriptions.patch.copy',
    title: 'copies the name to the description',
    operations: () => [{ op: 'copy', from: '/name', path: '/description' }],
    after: (name) => ({ description: name }),
  },
  {
    id: 'subscriptions.patch.copy',
    title: 'copies the filter to the description, and keeps both',
    before: full,
    operations: () => [{ op: 'copy', from: '/filter', path: '/description' }],
    after: () => ({ description: '$.identity', filter: '$.identity' }),
  },
  {
    id: 'subscriptions.patch.move',
    title: 'moves the description to the name',
    before: (name) => ({ description: `${name} moved` }),
    operations: () => [{ op: 'move', from: '/description', path: '/name' }],
    after: (name) => ({ name: `${name} moved`, description: null }),
  },
  {
    id: 'subscriptions.patch.several',
    title: 'carries out several operations in their order',
    before: () => ({ description: 'first' }),
    operations: () => [
      { op: 'replace', path: '/description', value: '$.second' },
      { op: 'copy', from: '/description', path: '/filter' },
      { op: 'replace', path: '/description', value: 'third' },
    ],
    after: () => ({ description: 'third', filter: '$.second' }),
  },
  {
    id: 'subscriptions.patch.several',
    title: 'carries out the last of several operations',
    before: () => ({ ...full(), httpConfig }),
    operations: (name) => [
      { op: 'replace', path: '/name', value: `${name} again` },
      { op: 'remove', path: '/filter' },
      { op: 'replace', path: '/httpConfig/url', value: 'https://example.com/last' },
      { op: 'replace', path: '/responseDeadline', value: 'PT4H' },
    ],
    after: (name) => ({
      name: `${name} again`,
      filter: null,
      responseDeadline: 'PT4H',
      httpConfig: { ...httpConfig, url: 'https://example.com/last' },
    }),
  },
];

for (const { id: clauseId, title, before = () => ({}), operations, after, smoke = false } of cases) {
  test(title, clause(clauseId, { needs, smoke }), async ({ api, subscriptions }) => {
    const { name } = subscriptions.draft();
    const { id, draft } = await subscriptions.create({ name, ...before(name) });

    const patched = await api.patchSubscription(id, operations(name));

    await expectStored(patched, { subscriptions, id, wanted: { ...draft, id, ...after(name) } });
  });
}

test(
  'takes a new bearer token at its nested path',
  clause('subscriptions.patch.nested', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create({
      httpConfig: {
        ...httpConfig,
        httpAuthenticationType: 'BEARER_TOKEN',
        bearerTokenAuthConfig: { bearerToken: subscriptions.secret() },
      },
    });

    const patched = await api.patchSubscription(id, [
      { op: 'replace', path: '/httpConfig/bearerTokenAuthConfig/bearerToken', value: subscriptions.secret() },
    ]);

    const wanted = { httpConfig: { url: httpConfig.url, httpAuthenticationType: 'BEARER_TOKEN' } };
    await expectStored(patched, { subscriptions, id, wanted });
  },
);

test(
  'changes the subscription that the path names and no other',
  clause('subscriptions.patch.replace', { needs }),
  async ({ api, subscriptions }) => {
    const first = await subscriptions.create();
    const second = await subscriptions.create();

    const patched = await api.patchSubscription(second.id, [
      { op: 'add', path: '/description', value: 'the second' },
    ]);
    const listed = await subscriptions.list(first.id);

    expect(patched).toHaveStatus(200);
    expect({ ...patched, body: listed.records[0] }).toShow({ ...first.draft, description: null });
  },
);

test(
  'reaches the user name of the credentials',
  clause('subscriptions.patch.nested', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create({
      httpConfig: withPassword(subscriptions.secret()),
    });

    const patched = await api.patchSubscription(id, [
      { op: 'replace', path: '/httpConfig/basicAuthConfig/userName', value: 'udo' },
    ]);
    const listed = await subscriptions.list(id);

    expect(patched).toHaveStatus(200);
    for (const shown of [patched.body, listed.records[0]]) {
      expect({ ...patched, body: shown }).toShowIfPresent({
        httpConfig: { basicAuthConfig: { userName: 'udo' } },
      });
    }
  },
);

test(
  'patches what a PUT has left',
  clause('subscriptions.patch.replace', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create({ filter: '$.before', description: 'before' });
    const replaced = { ...draft, filter: '$.after', description: 'after', responseDeadline: 'PT24H' };
    const updated = await api.updateSubscription(id, without(replaced, 'triggerId'));

    const patched = await api.patchSubscription(id, [
      { op: 'replace', path: '/description', value: 'patched' },
    ]);

    expect(updated).toHaveStatus(200, {
      clause: 'subscriptions.update',
      operation: 'updateSubscription',
      status: 200,
    });
    await expectStored(patched, { subscriptions, id, wanted: { ...replaced, id, description: 'patched' } });
  },
);

test(
  'replaces the whole config, credentials included',
  clause('subscriptions.patch.replace', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create({
      httpConfig: withPassword(subscriptions.secret()),
    });

    const patched = await api.patchSubscription(id, [
      { op: 'replace', path: '/httpConfig', value: httpConfig },
    ]);

    expect(patched).toHaveStatus(200);
    expect(patched).toShow({ httpConfig });
    expect(patched).toKeep({
      holds: !JSON.stringify(patched.body ?? {}).includes('"uma"'),
      expected: 'no user name of the config that was replaced',
      seen: 'its userName',
    });
  },
);

test(
  'takes the switch to off',
  clause('subscriptions.patch.enabled', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    const patched = await api.patchSubscription(id, [{ op: 'replace', path: '/enabled', value: false }]);

    await expectStored(patched, { subscriptions, id, wanted: { id, enabled: false } });
  },
);

test(
  'switches an enabled subscription off and on',
  clause('subscriptions.patch.enabled', {
    needs: ['writes', 'enabled'],
  }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create({ enabled: true });

    for (const value of [false, true]) {
      const patched = await api.patchSubscription(id, [{ op: 'replace', path: '/enabled', value }]);

      await expectStored(patched, { subscriptions, id, wanted: { id, enabled: value } });
    }
  },
);
