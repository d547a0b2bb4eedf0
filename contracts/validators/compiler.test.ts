import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ContractError } from '../contract-error.ts';
import { loadContract } from '../document.ts';
import { isRecord } from '../json-schema.ts';
import { operationIds } from '../operations.ts';
import { triggers } from '../triggers/index.ts';
import { createCompiler } from './compiler.ts';
import { createValidators } from './create-validators.ts';
import { lenientDocument } from './lenient.ts';
import { locateSchemas } from './locate.ts';

const document = loadContract();
const pointers = [...locateSchemas(document).values()].flatMap(({ request, responses, query }) =>
  [request, ...responses.values(), ...query.values()].filter((pointer) => pointer !== undefined),
);

test('every schema of the contract compiles in strict mode, as documented and leniently', () => {
  const documented = createCompiler({ document, file: 'c.yaml' });
  const leniently = createCompiler({ document: lenientDocument(document), file: 'c.yaml' });

  expect(pointers.length).toBeGreaterThan(operationIds.length);
  for (const pointer of pointers) {
    documented(pointer);
    leniently(pointer);
  }
});

test('every schema of the contract is a JSON Schema of 2020-12', () => {
  const ajv = new Ajv2020();
  const schemas = [
    ...Object.values(document.components?.schemas ?? {}),
    ...triggers.flatMap(({ inputSchema, outputSchema }) => [inputSchema, outputSchema ?? {}]),
  ];

  for (const schema of schemas) expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
});

test('a schema is compiled once', () => {
  const compile = createCompiler({ document: { a: { type: 'string' } }, file: 'c.yaml' });

  expect(compile('/a')).toBe(compile('/a'));
});

test('a schema that Ajv refuses ends with file and pointer', () => {
  const compile = createCompiler({ document: { a: { type: 'strange' } }, file: 'c.yaml' });

  expect(() => compile('/a')).toThrow(ContractError);
  expect(() => compile('/a')).toThrow(/^c\.yaml#\/a: /);
});

test('validators over a broken copy of the contract judge by the copy', () => {
  const copy = structuredClone(document);
  const limit = copy.components?.parameters?.Limit;
  if (limit && 'schema' in limit && isRecord(limit.schema)) Object.assign(limit.schema, { maximum: 1000 });
  const { queryIssues } = createValidators({ document: copy, triggers });

  expect(queryIssues('listTriggers', { limit: '251' })).toEqual([]);
});
