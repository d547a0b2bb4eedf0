import { clause, expect, isJsonSchema, isNothing, recordsOf, test } from '../support/index.ts';

test('serialises every input schema as a JSON Schema', clause('triggers.input-schema'), async ({ api }) => {
  const answer = await api.listTriggers();
  const wrong = recordsOf(answer).filter(({ inputSchema }) => !isJsonSchema(inputSchema));

  expect(answer).toHaveStatus(200);
  expect(answer).toKeep({
    holds: wrong.length === 0,
    expected: 'a JSON Schema as a text in every inputSchema',
    seen: `none in ${wrong.map(({ id }) => id).join(', ')}`,
  });
});

test('serialises every output schema as a JSON Schema', clause('triggers.output-schema'), async ({ api }) => {
  const answer = await api.listTriggers();
  const wrong = recordsOf(answer).filter(
    ({ outputSchema }) => !isNothing(outputSchema) && !isJsonSchema(outputSchema),
  );

  expect(answer).toHaveStatus(200);
  expect(answer).toKeep({
    holds: wrong.length === 0,
    expected: 'a JSON Schema as a text in every outputSchema',
    seen: `none in ${wrong.map(({ id }) => id).join(', ')}`,
  });
});

test(
  'says what output a request-response trigger takes',
  clause('triggers.output-schema.present'),
  async ({ api }) => {
    const answer = await api.listTriggers();
    const silent = recordsOf(answer).filter(
      ({ type, outputSchema }) => type === 'REQUEST_RESPONSE' && isNothing(outputSchema),
    );

    expect(answer).toKeep({
      holds: silent.length === 0,
      expected: 'an outputSchema for every REQUEST_RESPONSE trigger',
      seen: `none for ${silent.map(({ id }) => id).join(', ')}`,
    });
  },
);
