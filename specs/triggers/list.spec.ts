import { clause, documentedIds, expect, recordsOf, test, typeOf, walkPages } from '../support/index.ts';

test('lists the triggers of the tenant', clause('triggers.list', { smoke: true }), async ({ api }) => {
  const answer = await api.listTriggers();

  expect(answer).toHaveStatus(200);
  expect(answer).toKeep({
    holds: recordsOf(answer).length > 0,
    expected: 'at least one trigger',
    seen: `${recordsOf(answer).length} triggers`,
  });
});

test('offers every documented trigger', clause('triggers.catalogue'), async ({ api }) => {
  const { last: answer, ids: offered } = await walkPages(api, 'listTriggers', { limit: 250 });
  const missing = documentedIds.filter((id) => !offered.includes(id));

  expect(answer).toKeep({
    holds: missing.length === 0,
    expected: 'the 20 documented triggers',
    seen: `all but ${missing.join(', ')}`,
  });
});

test('gives each documented trigger its documented type', clause('triggers.type'), async ({ api }) => {
  const answer = await api.listTriggers();
  const wrong = recordsOf(answer).filter(
    ({ id, type }) => typeOf(String(id)) !== undefined && typeOf(String(id)) !== type,
  );

  expect(answer).toHaveStatus(200);
  expect(answer).toKeep({
    holds: wrong.length === 0,
    expected: wrong.map(({ id }) => `${id} ${typeOf(String(id))}`).join(', '),
    seen: wrong.map(({ id, type }) => `${id} ${type}`).join(', '),
  });
});

test('lists no trigger twice', clause('triggers.unique'), async ({ api }) => {
  const answer = await api.listTriggers();
  const ids = recordsOf(answer).map(({ id }) => String(id));
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);

  expect(answer).toKeep({
    holds: repeated.length === 0,
    expected: 'each trigger once',
    seen: `more than once: ${repeated.join(', ')}`,
  });
});
