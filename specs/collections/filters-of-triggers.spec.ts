import { allFit, clause, expect, showsOf, test } from '../support/index.ts';

const operation = 'listTriggers';
const known = [
  'idn:campaign-activated',
  'idn:campaign-ended',
  'idn:identity-created',
  'idn:source-created',
  'idn:source-deleted',
];

const logic = [
  { id: 'collections.filter.eq', filters: 'id eq "idn:source-created"', wanted: ['idn:source-created'] },
  { id: 'collections.filter.eq', filters: 'id eq "idn:campaign-ended"', wanted: ['idn:campaign-ended'] },
  { id: 'collections.filter.eq', filters: 'id eq "idn:source"', wanted: [] },
  { id: 'collections.filter.eq', filters: 'id eq "source-created"', wanted: [] },
  {
    id: 'collections.filter.or',
    filters: 'id eq "idn:source-created" or id eq "idn:identity-created"',
    wanted: ['idn:source-created', 'idn:identity-created'],
  },
  {
    id: 'collections.filter.and',
    filters: 'id ge "idn:campaign" and id le "idn:campaign-b"',
    wanted: ['idn:campaign-activated'],
  },
  {
    id: 'collections.filter.and',
    filters: 'id eq "idn:source-created" and id eq "idn:source-deleted"',
    wanted: [],
  },
  {
    id: 'collections.filter.not',
    filters: 'not (id eq "idn:source-created") and id ge "idn:campaign" and id le "idn:source-z"',
    wanted: known.filter((each) => each !== 'idn:source-created'),
  },
  {
    id: 'collections.filter.precedence',
    filters: 'id eq "idn:source-created" or id eq "idn:source-deleted" and id eq "idn:campaign-ended"',
    wanted: ['idn:source-created'],
  },
  {
    id: 'collections.filter.precedence',
    filters: 'not id eq "idn:source-created" and id eq "idn:source-deleted"',
    wanted: ['idn:source-deleted'],
  },
  {
    id: 'collections.filter.parentheses',
    filters: '(id eq "idn:source-created" or id eq "idn:source-deleted") and id eq "idn:source-deleted"',
    wanted: ['idn:source-deleted'],
  },
  {
    id: 'collections.filter.parentheses',
    filters:
      'not (id eq "idn:source-created" or id eq "idn:source-deleted") and id ge "idn:source" and id le "idn:source-e"',
    wanted: [],
  },
] as const;

for (const { id, filters, wanted } of logic) {
  test(`lists by ${filters}`, clause(id, { operation }), async ({ api }) => {
    const answer = await api.listTriggers({ filters });

    expect(answer).toHaveStatus(200);
    expect(answer).toKeep(showsOf(answer, known, wanted));
  });
}

test(
  'gives only triggers that have the id',
  clause('collections.filter.eq', { operation }),
  async ({ api }) => {
    const answer = await api.listTriggers({ filters: 'id eq "idn:source-created"' });

    expect(answer).toKeep(
      allFit(answer, 'triggers with the id idn:source-created', ({ id }) => id === 'idn:source-created'),
    );
  },
);

const bounds = [
  {
    filters: 'id ge "idn:identity-created" and id le "idn:source-z"',
    wanted: ['idn:identity-created', 'idn:source-created', 'idn:source-deleted'],
  },
  {
    filters: 'id le "idn:identity-created" and id ge "idn:campaign"',
    wanted: ['idn:campaign-activated', 'idn:campaign-ended', 'idn:identity-created'],
  },
] as const;

for (const { filters, wanted } of bounds) {
  test(`compares by ${filters}`, clause('collections.filter.order', { operation }), async ({ api }) => {
    const answer = await api.listTriggers({ filters });

    expect(answer).toHaveStatus(200);
    expect(answer).toKeep(showsOf(answer, known, wanted));
  });
}

for (const filters of ['id eq "a\\"b"', 'id eq "a\\\\b"', 'id eq "a \\"or\\" b"']) {
  test(
    `reads the escapes in ${filters}`,
    clause('collections.filter.escapes', { operation }),
    async ({ api }) => {
      const answer = await api.listTriggers({ filters });

      expect(answer).toHaveStatus(200);
      expect(answer).toKeep(showsOf(answer, known, []));
    },
  );
}
