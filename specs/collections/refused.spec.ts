import { clause, expect, test } from '../support/index.ts';

const right = {
  listTriggers: 'id eq "idn:source-created"',
  listSubscriptions: 'triggerId eq "idn:source-created"',
  listTriggerInvocationStatus: 'triggerId eq "idn:source-created"',
} as const;

const refusals = [
  {
    operation: 'listTriggers',
    id: 'collections.filter.unsupported-field',
    filters: 'name eq "Source Created"',
  },
  { operation: 'listTriggers', id: 'collections.filter.unsupported-field', filters: 'noSuchField eq "x"' },
  { operation: 'listTriggers', id: 'collections.filter.unsupported-operator', filters: 'id sw "idn:source"' },
  { operation: 'listTriggers', id: 'collections.filter.unsupported-operator', filters: 'id co "source"' },
  { operation: 'listSubscriptions', id: 'collections.filter.unsupported-field', filters: 'name eq "x"' },
  {
    operation: 'listSubscriptions',
    id: 'collections.filter.unsupported-field',
    filters: 'enabled eq "false"',
  },
  { operation: 'listSubscriptions', id: 'collections.filter.unsupported-operator', filters: 'id ge "a"' },
  {
    operation: 'listSubscriptions',
    id: 'collections.filter.unsupported-operator',
    filters: 'triggerId sw "idn"',
  },
  {
    operation: 'listSubscriptions',
    id: 'collections.filter.unsupported-operator',
    filters: 'type ge "HTTP"',
  },
  {
    operation: 'listTriggers',
    id: 'collections.filter.unsupported-operator',
    filters: 'id EQ "idn:source-created"',
  },
  {
    operation: 'listTriggerInvocationStatus',
    id: 'collections.filter.unsupported-field',
    filters: 'type eq "TEST"',
  },
  {
    operation: 'listTriggerInvocationStatus',
    id: 'collections.filter.unsupported-field',
    filters: 'subscriptionName eq "x"',
  },
  {
    operation: 'listTriggerInvocationStatus',
    id: 'collections.filter.unsupported-operator',
    filters: 'triggerId ge "idn"',
  },
  {
    operation: 'listTriggerInvocationStatus',
    id: 'collections.filter.unsupported-operator',
    filters: 'subscriptionId sw "a"',
  },
] as const;

const smoke = ['name eq "Source Created"', 'type ge "HTTP"', 'type eq "TEST"'];

for (const { operation, id, filters } of refusals) {
  test(
    `refuses ${operation} by ${filters}`,
    clause(id, { operation, smoke: smoke.includes(filters) }),
    async ({ api }) => {
      const refused = await api.call(operation, { query: { filters } });
      const accepted = await api.call(operation, { query: { filters: right[operation] } });

      expect(refused).toBeRefused(400);
      expect(accepted).toHaveStatus(200, { clause: 'collections.filter.eq', operation, status: 200 });
    },
  );
}

test(
  'refuses an unsupported field behind a supported one',
  clause('collections.filter.unsupported-field', {
    operation: 'listSubscriptions',
  }),
  async ({ api }) => {
    const refused = await api.listSubscriptions({
      filters: 'triggerId eq "idn:source-created" and name eq "x"',
    });

    expect(refused).toBeRefused(400);
  },
);

const expected = [
  { id: 'collections.filter.malformed', query: { filters: 'id eq' } },
  { id: 'collections.filter.malformed', query: { filters: 'id eq "unclosed' } },
  { id: 'collections.sort.unsupported', query: { sorters: 'noSuchField' } },
] as const;

for (const operation of ['listTriggers', 'listSubscriptions', 'listTriggerInvocationStatus'] as const) {
  for (const { id, query } of expected) {
    const [[name, value] = []] = Object.entries(query);

    test(`refuses ${operation} with ${name}=${value}`, clause(id, { operation }), async ({ api }) => {
      expect(await api.call(operation, { query })).toBeRefused(400);
    });
  }
}
