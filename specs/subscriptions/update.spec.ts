import { clause, expect, expectStored, expectUnchanged, objectOf, test, without } from '../support/index.ts';

const needs = ['writes'] as const;

test(
  'replaces a subscription by PUT, and lists it so',
  clause('subscriptions.update', { needs, smoke: true }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();
    const replacement = {
      name: `${draft.name} replaced`,
      description: 'replaced by "a" & \'b\'',
      type: 'HTTP',
      responseDeadline: 'PT24H',
      enabled: false,
      filter: '$[?(@.identity.name == "R&D")]',
      httpConfig: {
        url: 'https://example.com/Other?Page=2&all=1',
        httpDispatchMode: 'ASYNC',
        httpAuthenticationType: 'NO_AUTH',
      },
    };

    const updated = await api.updateSubscription(id, replacement);
    const listed = await subscriptions.listsAs(id, replacement);

    expect(updated).toHaveStatus(200);
    expect(updated).toShow({ ...replacement, id, triggerId: draft.triggerId });
    expect({ ...updated, body: listed.records[0] }).toShow({
      ...replacement,
      id,
      triggerId: draft.triggerId,
    });
  },
);

test(
  'accepts the id and the triggerId that a subscription has',
  clause('subscriptions.update', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();

    const updated = await api.updateSubscription(id, { ...draft, id });

    expect(updated).toHaveStatus(200);
    expect(updated).toShow({ id, triggerId: draft.triggerId, name: draft.name });
  },
);

test(
  'forgets by PUT what the replacement leaves out',
  clause('subscriptions.update.replaces', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create({
      filter: '$.identity',
      description: 'to be forgotten',
    });

    const updated = await api.updateSubscription(id, without(draft, 'triggerId', 'filter', 'description'));
    const listed = await subscriptions.listsAs(id, { filter: null, description: null });

    expect(updated).toHaveStatus(200);
    expect(updated).toShow({ filter: null, description: null });
    expect({ ...updated, body: listed.records[0] }).toShow({ id, filter: null, description: null });
  },
);

test(
  'forgets by PUT the credentials of the config that it replaces',
  clause('subscriptions.update.replaces', { needs }),
  async ({ api, subscriptions }) => {
    const url = 'https://example.com/hook';
    const { id, draft } = await subscriptions.create({
      httpConfig: {
        url,
        httpDispatchMode: 'SYNC',
        httpAuthenticationType: 'BASIC_AUTH',
        basicAuthConfig: { userName: 'uma', password: subscriptions.secret() },
      },
    });
    const httpConfig = { url, httpDispatchMode: 'SYNC', httpAuthenticationType: 'NO_AUTH' };

    const updated = await api.updateSubscription(id, { ...without(draft, 'triggerId'), httpConfig });
    const listed = await subscriptions.listsAs(id, { httpConfig });

    expect(updated).toHaveStatus(200);
    expect(updated).toShow({ httpConfig });
    for (const shown of [updated.body, listed.records[0]]) {
      expect({ ...updated, body: shown }).toKeep({
        holds: !JSON.stringify(shown ?? {}).includes('"uma"'),
        expected: 'no user name of the config that was replaced',
        seen: 'its userName',
      });
    }
  },
);

test(
  'resets by PUT the response deadline that is left out',
  clause('subscriptions.update.replaces', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create({ responseDeadline: 'PT3H' });

    const updated = await api.updateSubscription(id, without(draft, 'triggerId', 'responseDeadline'));

    expect(updated).toHaveStatus(200);
    expect(updated).toShow({ responseDeadline: 'PT1H' });
  },
);

test(
  'enables by PUT a subscription that does not say',
  clause('subscriptions.update.replaces', {
    needs: ['writes', 'enabled'],
  }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create({ enabled: false });

    const updated = await api.updateSubscription(id, without(draft, 'triggerId', 'enabled'));

    expect(updated).toHaveStatus(200);
    expect(updated).toShow({ enabled: true });
  },
);

const bridge = { awsAccount: '123456789012', awsRegion: 'us-west-1' };

test(
  'turns an HTTP subscription into one of EVENTBRIDGE by PUT',
  clause('subscriptions.update', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();
    const wanted = { type: 'EVENTBRIDGE', eventBridgeConfig: bridge, name: draft.name };

    const updated = await api.updateSubscription(id, {
      ...without(draft, 'triggerId', 'httpConfig'),
      ...wanted,
    });

    await expectStored(updated, { subscriptions, id, wanted: { ...wanted, id } });
  },
);

test(
  'replaces the config of an EVENTBRIDGE subscription',
  clause('subscriptions.update', { needs }),
  async ({ api, subscriptions }) => {
    const created = await subscriptions.attempt(
      without(subscriptions.draft({ type: 'EVENTBRIDGE', eventBridgeConfig: bridge }), 'httpConfig'),
    );
    expect(created).toHaveStatus(201, {
      clause: 'subscriptions.create.event-bridge',
      operation: 'createSubscription',
    });
    const { id, name } = objectOf(created);
    const wanted = { type: 'EVENTBRIDGE', eventBridgeConfig: { ...bridge, awsRegion: 'eu-west-1' }, name };

    const updated = await api.updateSubscription(String(id), { ...wanted, enabled: false });

    await expectStored(updated, { subscriptions, id: String(id), wanted });
  },
);

const immutable = [
  { member: 'id', id: 'subscriptions.update.immutable-id', value: 'another-id' },
  { member: 'triggerId', id: 'subscriptions.update.immutable-trigger', value: 'idn:source-updated' },
] as const;

for (const { member, id: clauseId, value } of immutable) {
  test(
    `refuses to change the ${member} by PUT`,
    clause(clauseId, { needs }),
    async ({ api, subscriptions }) => {
      const { id, draft } = await subscriptions.create();
      const right = { ...draft, id, name: `${draft.name} renamed` };

      const refused = await api.updateSubscription(id, { ...right, [member]: value });
      const listed = await subscriptions.list(id);
      const accepted = await api.updateSubscription(id, right);

      expect(refused).toBeRefused(400);
      expectUnchanged(refused, listed, { id, triggerId: draft.triggerId, name: draft.name });
      expect(accepted).toHaveStatus(200, { clause: 'subscriptions.update', status: 200 });
    },
  );
}

const values = [
  { name: 'an unknown type', change: { type: 'CARRIER_PIGEON' } },
  { name: 'a list as httpConfig', change: { httpConfig: [] } },
  { name: 'an object as name', change: { name: {} } },
  {
    name: 'EVENTBRIDGE without a region',
    change: { type: 'EVENTBRIDGE', eventBridgeConfig: { awsAccount: '123456789012' }, httpConfig: undefined },
  },
  {
    name: 'an unknown dispatch mode',
    change: { httpConfig: { url: 'https://example.com/hook', httpDispatchMode: 'SOMETIME' } },
  },
];

test(
  'refuses PUT with a text as enabled',
  clause('subscriptions.update.values', { needs: ['writes', 'enabled'] }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();

    const refused = await api.updateSubscription(id, {
      ...without(draft, 'triggerId'),
      enabled: 'sometimes',
    });
    const listed = await subscriptions.list(id);

    expect(refused).toBeRefused(400);
    expectUnchanged(refused, listed, draft);
  },
);

test(
  'replaces the subscription that the path names and no other',
  clause('subscriptions.update', { needs }),
  async ({ api, subscriptions }) => {
    const first = await subscriptions.create();
    const second = await subscriptions.create();

    const updated = await api.updateSubscription(second.id, {
      ...without(second.draft, 'triggerId'),
      description: 'the second',
    });
    const listed = await subscriptions.list(first.id);

    expect(updated).toHaveStatus(200);
    expect({ ...updated, body: listed.records[0] }).toShow({ ...first.draft, description: null });
  },
);

for (const { name, change } of values) {
  test(
    `refuses PUT with ${name}`,
    clause('subscriptions.update.values', { needs }),
    async ({ api, subscriptions }) => {
      const { id, draft } = await subscriptions.create();
      const right = { ...without(draft, 'triggerId'), name: `${draft.name} renamed` };

      const refused = await api.updateSubscription(id, { ...right, ...change });
      const listed = await subscriptions.list(id);
      const accepted = await api.updateSubscription(id, right);

      expect(refused).toBeRefused(400);
      expectUnchanged(refused, listed, draft);
      expect(accepted).toHaveStatus(200, { clause: 'subscriptions.update', status: 200 });
    },
  );
}

test(
  'refuses PUT on a subscription that does not exist',
  clause('subscriptions.update.unknown', { needs }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();
    const right = without(draft, 'triggerId');

    const refused = await api.updateSubscription(subscriptions.inventedId(), right);
    const accepted = await api.updateSubscription(id, right);

    expect(refused).toBeRefused(404);
    expect(accepted).toHaveStatus(200, { clause: 'subscriptions.update', status: 200 });
  },
);
