import { clause, expect, lastOf, objectOf, recordsOf, test, without } from '../support/index.ts';

const needs = ['writes'] as const;

test(
  'creates a subscription and shows it as it was sent',
  clause('subscriptions.create', { needs, smoke: true }),
  async ({ subscriptions }) => {
    const draft = subscriptions.draft({
      filter: '$[?(@.identity.id == "i1")]',
      description: 'made by a contract test',
    });

    const created = await subscriptions.attempt(draft);

    expect(created).toHaveStatus(201);
    expect(created).toShow(draft);
  },
);

for (const httpDispatchMode of ['SYNC', 'ASYNC', 'DYNAMIC'] as const) {
  test(
    `creates a subscription in mode ${httpDispatchMode}`,
    clause('subscriptions.create', { needs }),
    async ({ subscriptions }) => {
      const httpConfig = {
        url: 'https://example.com/hook',
        httpDispatchMode,
        httpAuthenticationType: 'NO_AUTH',
      };

      const created = await subscriptions.attempt(subscriptions.draft({ httpConfig }));

      expect(created).toHaveStatus(201);
      expect(created).toShow({ httpConfig });
    },
  );
}

test(
  'creates a subscription with a long name',
  clause('subscriptions.create', { needs }),
  async ({ subscriptions }) => {
    const { name } = subscriptions.draft();
    const draft = subscriptions.draft({
      name: `${name} with a long name of ninety characters and more, as people give`,
    });

    const created = await subscriptions.attempt(draft);

    expect(created).toHaveStatus(201);
    expect(created).toShow({ name: draft.name });
  },
);

test(
  'keeps letters of every script',
  clause('subscriptions.create', { needs }),
  async ({ subscriptions }) => {
    const { name } = subscriptions.draft();
    const draft = subscriptions.draft({
      name: `${name} Zo\u00eb \u017di\u017eek \u65e5\u672c \u{1f600}`,
      description: '\u00fcber \u20ac \u4e2d',
    });

    const created = await subscriptions.attempt(draft);

    expect(created).toHaveStatus(201);
    expect(created).toShow({ name: draft.name, description: draft.description });
  },
);

test(
  'keeps signs that have a meaning elsewhere',
  clause('subscriptions.create', { needs }),
  async ({ subscriptions }) => {
    const members = {
      description: 'R&D: "a" < \'b\', 100 % \\ $1',
      filter: '$.changes[?(@.attribute == "R&D" && @.newValue != \'<none>\')]',
      httpConfig: {
        url: 'https://example.com/Hook/A?Code=x%20Y&page=2',
        httpDispatchMode: 'SYNC',
        httpAuthenticationType: 'NO_AUTH',
      },
    };

    const created = await subscriptions.attempt(subscriptions.draft(members));

    expect(created).toHaveStatus(201);
    expect(created).toShow(members);
  },
);

test(
  'lists a created subscription once, as the answer showed it',
  clause('subscriptions.create.stored', { needs }),
  async ({ subscriptions }) => {
    const { id, draft, answer } = await subscriptions.create({
      filter: '$.identity',
      description: 'made by a contract test',
    });

    const listed = await subscriptions.listsAs(id, draft);

    expect(answer).toKeep({
      holds: listed.records.length === 1,
      expected: 'one record under the id',
      seen: `${listed.records.length} records`,
    });
    expect({ ...listed.answer, body: listed.records[0] }).toShow(draft);
  },
);

test(
  'stores a created subscription once',
  clause('subscriptions.create.stored', { needs }),
  async ({ api, subscriptions }) => {
    const { draft, answer } = await subscriptions.create();

    const page = await api.listSubscriptions({ filters: `triggerId eq "${draft.triggerId}"`, limit: 250 });
    const stored = recordsOf(page).filter(({ name }) => name === draft.name);

    expect(answer).toKeep({
      holds: stored.length === 1,
      expected: 'one subscription of its name',
      seen: `${stored.length}`,
    });
  },
);

test(
  'gives each subscription an id of its own',
  clause('subscriptions.create.id', { needs }),
  async ({ subscriptions }) => {
    const made = [await subscriptions.create(), await subscriptions.create(), await subscriptions.create()];
    const ids = new Set(made.map(({ id }) => id));

    expect(lastOf(made).answer).toKeep({
      holds: ids.size === 3,
      expected: '3 ids for 3 subscriptions',
      seen: `${ids.size}`,
    });
  },
);

test(
  'defaults the response deadline and the authentication',
  clause('subscriptions.create.defaults', { needs }),
  async ({ subscriptions }) => {
    const draft = without(
      subscriptions.draft({ httpConfig: { url: 'https://example.com/hook', httpDispatchMode: 'SYNC' } }),
      'responseDeadline',
    );

    const created = await subscriptions.attempt(draft);

    expect(created).toHaveStatus(201);
    expect(created).toShowIfPresent({
      responseDeadline: 'PT1H',
      httpConfig: { httpAuthenticationType: 'NO_AUTH' },
    });
  },
);

test(
  'enables a subscription that does not say',
  clause('subscriptions.create.enabled-default', {
    needs: ['writes', 'enabled'],
  }),
  async ({ subscriptions }) => {
    const created = await subscriptions.attempt(without(subscriptions.draft(), 'enabled'));

    expect(created).toHaveStatus(201);
    expect(created).toShow({ enabled: true });
  },
);

test(
  'creates an EVENTBRIDGE subscription',
  clause('subscriptions.create.event-bridge', { needs }),
  async ({ subscriptions }) => {
    const eventBridgeConfig = { awsAccount: '123456789012', awsRegion: 'us-west-1' };
    const draft = without(subscriptions.draft({ type: 'EVENTBRIDGE', eventBridgeConfig }), 'httpConfig');

    const created = await subscriptions.attempt(draft);

    expect(created).toHaveStatus(201);
    expect(created).toShow({ type: 'EVENTBRIDGE', eventBridgeConfig });
  },
);

test(
  'names the trigger of a subscription',
  clause('subscriptions.trigger-name', { needs }),
  async ({ api, subscriptions }) => {
    const { draft, answer } = await subscriptions.create();
    const trigger = await api.listTriggers({ filters: `id eq "${draft.triggerId}"` });
    const [{ name } = { name: undefined }] = Array.isArray(trigger.body) ? trigger.body : [];

    expect(answer).toKeep({
      holds: objectOf(answer).triggerName === name,
      expected: `triggerName ${JSON.stringify(name)}`,
      seen: JSON.stringify(objectOf(answer).triggerName) ?? 'none',
    });
  },
);
