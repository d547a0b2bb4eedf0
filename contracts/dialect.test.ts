import { expect, test } from '@playwright/test';
import { ContractError } from './contract-error.ts';
import { checkDialect, checkSchema } from './dialect.ts';
import { loadContract } from './document.ts';

test('the contract uses declared keywords and formats only', () => {
  expect(() => checkDialect(loadContract(), 'contract.yaml')).not.toThrow();
});

test('an undeclared keyword is named with file and pointer', () => {
  const error = mistake(() =>
    checkDialect(withSchema({ type: 'object', properties: { id: { nullable: true } } }), 'c.yaml'),
  );

  expect(error.message).toContain(
    'c.yaml#/components/schemas/Thing/properties/id/nullable: undeclared keyword "nullable"',
  );
  expect(error).toMatchObject({
    file: 'c.yaml',
    pointer: '/components/schemas/Thing/properties/id/nullable',
  });
});

for (const [where, schema] of Object.entries({
  items: { items: { example: 1 } },
  anyOf: { anyOf: [{ example: 1 }] },
  else: { else: { example: 1 } },
  additionalProperties: { additionalProperties: { example: 1 } },
})) {
  test(`an undeclared keyword is found inside ${where}`, () => {
    expect(mistake(() => checkSchema(schema, 'c.ts')).message).toContain('undeclared keyword "example"');
  });
}

test('an undeclared format is named with its place', () => {
  const document = {
    paths: { '/things': { get: { parameters: [{ schema: { type: 'string', format: 'colour' } }] } } },
  };
  const error = mistake(() => checkDialect(document, 'c.yaml'));

  expect(error.message).toContain('undeclared format "colour"');
  expect(error.pointer).toBe('/paths/~1things/get/parameters/0/schema/format');
});

test('a reference that leads nowhere is named with its place', () => {
  const document = {
    paths: { '/a': { get: { responses: { '400': { $ref: '#/components/responses/Gone' } } } } },
  };

  expect(mistake(() => checkDialect(document, 'c.yaml')).message).toContain(
    'nothing is at "#/components/responses/Gone"',
  );
});

test('a member that is named like a keyword is no keyword', () => {
  const schema = { type: 'object', properties: { nullable: { type: 'boolean' }, $ref: { type: 'string' } } };

  expect(() => checkSchema(schema, 'c.ts')).not.toThrow();
});

test('a schema that is no object is refused', () => {
  expect(mistake(() => checkSchema({ items: 'string' }, 'c.ts')).pointer).toBe('/items');
});

const withSchema = (schema: unknown) => ({
  openapi: '3.1.0',
  paths: {},
  components: { schemas: { Thing: schema } },
});

const mistake = (act: () => void): ContractError => {
  try {
    act();
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};
