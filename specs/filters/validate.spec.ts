import { clause, expect, objectOf, test } from '../support/index.ts';

const needs = ['writes'] as const;
const allTrue = { isValid: true, isValidJSONPath: true, isPathExist: true };

const input = {
  accessRequestId: 'r1',
  requestedFor: { id: 'u1', name: 'Uma', type: 'IDENTITY' },
  requestedItems: [
    { id: 'a', name: 'Engineering Access', type: 'ROLE' },
    { id: 'b', name: 'Finance', type: 'ACCESS_PROFILE' },
  ],
  changes: [{ attribute: 'department', oldValue: 'sales', newValue: 'marketing' }],
  count: '69',
};

const fitting = [
  '$.accessRequestId',
  '$.requestedItems[?(@.type == "ROLE")]',
  '$.requestedItems[?(@.type == "ROLE" && @.name contains "Access")]',
  "$['requestedFor']['id']",
];

for (const filter of fitting) {
  test(
    `validates ${filter}`,
    clause('filters.validate', { needs, smoke: filter === '$.accessRequestId' }),
    async ({ api }) => {
      const answer = await api.testSubscriptionFilter({ filter, input });

      expect(answer).toHaveStatus(200);
      expect(answer).toShow(allTrue);
    },
  );
}

/** What other dialects refuse, or find nothing with. */
const jayway = [
  '$[?(@.accessRequestId == "r1")]',
  '$[?($.accessRequestId == "r1")]',
  '$.changes[?(@.attribute =~ /DEPART.*/i)]',
  '$.requestedItems[?(@.type in ["ROLE", "ENTITLEMENT"])]',
  '$[?(@.count == 69)]',
  '$.requestedFor[?(@.id == "u1")]',
];

for (const filter of jayway) {
  test(`reads ${filter} as Jayway does`, clause('filters.validate.dialect', { needs }), async ({ api }) => {
    const answer = await api.testSubscriptionFilter({ filter, input });

    expect(answer).toHaveStatus(200);
    expect(answer).toShow(allTrue);
  });
}

const unreadable = [
  '$.requestedItems[?(@.type == ROLE)]',
  '$.accessRequestId != null',
  '$.requestedItems[?(@.type == \u201cROLE\u201d)]',
  '$.requestedItems[?(@.type == "ROLE"',
];

for (const filter of unreadable) {
  test(
    `says that ${filter} does not parse`,
    clause('filters.validate.syntax', { needs }),
    async ({ api }) => {
      const answer = await api.testSubscriptionFilter({ filter, input });

      expect(answer).toKeep({
        holds: answer.status === 400 || (answer.status === 200 && objectOf(answer).isValidJSONPath === false),
        expected: 'isValidJSONPath false, or 400',
        seen: `${answer.status}, isValidJSONPath ${JSON.stringify(objectOf(answer).isValidJSONPath)}`,
      });
    },
  );
}

for (const filter of ['$.nope', '$.changes[?(@.attribute == "manager")]', '$.requestedItems[9]']) {
  test(
    `says that ${filter} parses, whatever it finds`,
    clause('filters.validate.syntax', { needs }),
    async ({ api }) => {
      const answer = await api.testSubscriptionFilter({ filter, input });

      expect(answer).toHaveStatus(200);
      expect(answer).toShow({ isValidJSONPath: true });
    },
  );
}

test(
  'says that a path does not exist in the input',
  clause('filters.validate.path', { needs }),
  async ({ api }) => {
    expect(await api.testSubscriptionFilter({ filter: '$.nope', input })).toShow({ isPathExist: false });
  },
);

test(
  'says that a filter does not fit the input',
  clause('filters.validate.input', { needs }),
  async ({ api }) => {
    expect(await api.testSubscriptionFilter({ filter: '$.nope.name', input })).toShow({ isValid: false });
  },
);

const incomplete = [
  { name: 'a filter', body: { input } },
  { name: 'an input', body: { filter: '$.accessRequestId' } },
];

for (const { name, body } of incomplete) {
  test(
    `refuses to validate without ${name}`,
    clause('filters.validate.required', { needs }),
    async ({ api }) => {
      const refused = await api.testSubscriptionFilter(body);
      const accepted = await api.testSubscriptionFilter({ filter: '$.accessRequestId', input });

      expect(refused).toBeRefused(400);
      expect(accepted).toHaveStatus(200, { clause: 'filters.validate', status: 200 });
    },
  );
}

const wrong = [
  { name: 'a text as input', body: { filter: '$.accessRequestId', input: 'r1' } },
  { name: 'an object as filter', body: { filter: { path: '$' }, input } },
];

for (const { name, body } of wrong) {
  test(`refuses to validate ${name}`, clause('filters.validate.required', { needs }), async ({ api }) => {
    expect(await api.testSubscriptionFilter(body)).toBeRefused(400);
  });
}
