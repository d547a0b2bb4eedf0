import { clause, expect, test } from '../support/index.ts';

const needs = ['writes'] as const;

const replacements = [
  { path: '/name', member: 'name', value: 'renamed by a contract test' },
  { path: '/description', member: 'description', value: 'described by a contract test' },
  { path: '/filter', member: 'filter', value: '$[?(@.identity.id == "i2")]' },
  { path: '/responseDeadline', member: 'responseDeadline', value: 'PT3M' },
  {
    path: '/httpConfig',
    member: 'httpConfig',
    value: {
      url: 'https://example.com/replaced',
      httpDispatchMode: 'DYNAMIC',
      httpAuthenticationType: 'NO_AUTH',
    },
  },
] as const;

for (const { path, member, value } of replacements) {
  test(
    `replaces ${path} and nothing else`,
    clause('subscriptions.patch.replace', { needs, smoke: member === 'name' }),
    async ({ api, subscriptions }) => {
      const { id, draft } = await subscriptions.create({ filter: '$.identity', description: 'as created' });
      const wanted = { ...draft, id, [member]: value };

      const patched = await api.patchSubscription(id, [{ op: 'replace', path, value }]);
      const listed = await subscriptions.listsAs(id, wanted);

      expect(patched).toHaveStatus(200);
      expect(patched).toShow(wanted);
      expect({ ...patched, body: listed.records[0] }).toShow(wanted);
    },
  );
}

test('adds a field', clause('subscriptions.patch.add', { needs }), async ({ api, subscriptions }) => {
  const { id, draft } = await subscriptions.create();
  const wanted = { ...draft, id, filter: '$.identity' };

  const patched = await api.patchSubscription(id, [{ op: 'add', path: '/filter', value: '$.identity' }]);
  const listed = await subscriptions.listsAs(id, wanted);

  expect(patched).toHaveStatus(200);
  expect(patched).toShow(wanted);
  expect({ ...patched, body: listed.records[0] }).toShow(wanted);
});

test('removes a field', clause('subscriptions.patch.remove', { needs }), async ({ api, subscriptions }) => {
  const { id, draft } = await subscriptions.create({ filter: '$.identity', description: 'stays' });
  const wanted = { ...draft, id, filter: null };

  const patched = await api.patchSubscription(id, [{ op: 'remove', path: '/filter' }]);
  const listed = await subscriptions.listsAs(id, wanted);

  expect(patched).toHaveStatus(200);
  expect(patched).toShow(wanted);
  expect({ ...patched, body: listed.records[0] }).toShow(wanted);
});

test('copies a field', clause('subscriptions.patch.copy', { needs }), async ({ api, subscriptions }) => {
  const { id, draft } = await subscriptions.create({ description: 'to be copied over' });
  const wanted = { ...draft, id, description: draft.name };

  const patched = await api.patchSubscription(id, [{ op: 'copy', from: '/name', path: '/description' }]);
  const listed = await subscriptions.listsAs(id, wanted);

  expect(patched).toHaveStatus(200);
  expect(patched).toShow(wanted);
  expect({ ...patched, body: listed.records[0] }).toShow(wanted);
});

test('moves a field', clause('subscriptions.patch.move', { needs }), async ({ api, subscriptions }) => {
  const { id, draft } = await subscriptions.create({ description: 'moved into the name' });
  const wanted = { ...draft, id, name: draft.description, description: null };

  const patched = await api.patchSubscription(id, [{ op: 'move', from: '/description', path: '/name' }]);
  const listed = await subscriptions.listsAs(id, wanted);

  expect(patched).toHaveStatus(200);
  expect(patched).toShow(wanted);
  expect({ ...patched, body: listed.records[0] }).toShow(wanted);
});

test(
  'carries out several operations in their order',
  clause('subscriptions.patch.several', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create({ description: 'first' });
    const wanted = { ...draft, id, description: 'third', filter: 'second' };

    const patched = await api.patchSubscription(id, [
      { op: 'replace', path: '/description', value: '$.second' },
      { op: 'copy', from: '/description', path: '/filter' },
      { op: 'replace', path: '/description', value: 'third' },
    ]);

    expect(patched).toHaveStatus(200);
    expect(patched).toShow({ ...wanted, filter: '$.second' });
  },
);

const nested = [
  { path: '/httpConfig/url', value: 'https://example.com/nested', member: 'url' },
  { path: '/httpConfig/httpDispatchMode', value: 'ASYNC', member: 'httpDispatchMode' },
] as const;

for (const { path, value, member } of nested) {
  test(
    `reaches ${path} and leaves its neighbours`,
    clause('subscriptions.patch.nested', { needs }),
    async ({ api, subscriptions }) => {
      const httpConfig = {
        url: 'https://example.com/hook',
        httpDispatchMode: 'SYNC',
        httpAuthenticationType: 'NO_AUTH',
      };
      const { id, draft } = await subscriptions.create({ httpConfig });
      const wanted = { ...draft, id, httpConfig: { ...httpConfig, [member]: value } };

      const patched = await api.patchSubscription(id, [{ op: 'replace', path, value }]);
      const listed = await subscriptions.listsAs(id, wanted);

      expect(patched).toHaveStatus(200);
      expect(patched).toShow(wanted);
      expect({ ...patched, body: listed.records[0] }).toShow(wanted);
    },
  );
}

test(
  'takes a new bearer token at its nested path',
  clause('subscriptions.patch.nested', { needs }),
  async ({ api, subscriptions }) => {
    const httpConfig = {
      url: 'https://example.com/hook',
      httpDispatchMode: 'SYNC',
      httpAuthenticationType: 'BEARER_TOKEN',
      bearerTokenAuthConfig: { bearerToken: subscriptions.secret() },
    };
    const { id } = await subscriptions.create({ httpConfig });

    const patched = await api.patchSubscription(id, [
      { op: 'replace', path: '/httpConfig/bearerTokenAuthConfig/bearerToken', value: subscriptions.secret() },
    ]);

    expect(patched).toHaveStatus(200);
    expect(patched).toShow({ httpConfig: { url: httpConfig.url, httpAuthenticationType: 'BEARER_TOKEN' } });
  },
);

test(
  'takes the switch to off',
  clause('subscriptions.patch.enabled', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    const patched = await api.patchSubscription(id, [{ op: 'replace', path: '/enabled', value: false }]);

    expect(patched).toHaveStatus(200);
    expect(patched).toShow({ id, enabled: false });
  },
);

test(
  'switches an enabled subscription off and on',
  clause('subscriptions.patch.enabled', {
    needs: ['writes', 'enabled'],
  }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create({ enabled: true });

    const off = await api.patchSubscription(id, [{ op: 'replace', path: '/enabled', value: false }]);
    const listedOff = await subscriptions.listsAs(id, { enabled: false });
    const on = await api.patchSubscription(id, [{ op: 'replace', path: '/enabled', value: true }]);
    const listedOn = await subscriptions.listsAs(id, { enabled: true });

    expect(off).toHaveStatus(200);
    expect(off).toShow({ enabled: false });
    expect({ ...off, body: listedOff.records[0] }).toShow({ enabled: false });
    expect(on).toShow({ enabled: true });
    expect({ ...on, body: listedOn.records[0] }).toShow({ enabled: true });
  },
);
