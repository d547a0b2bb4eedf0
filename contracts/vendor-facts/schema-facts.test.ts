import { expect, test } from '@playwright/test';
import { resolvePointer } from '../json-pointer.ts';
import { schemaFacts } from './schema-facts.ts';

const nothing = (): undefined => undefined;

test('every place of a value has its type, limits and whether it is required', () => {
  const schema = {
    type: 'object',
    required: ['id'],
    description: 'prose',
    properties: {
      id: { type: 'string', example: 'x' },
      size: { type: 'integer', format: 'int32', minimum: 0, maximum: 9, default: 3 },
      kind: { type: ['string', 'null'], enum: ['B', 'A', null] },
      tags: { type: 'array', minItems: 1, items: { type: 'string', deprecated: true } },
    },
  };

  expect(schemaFacts(schema, nothing)).toEqual({
    '': 'object',
    id: 'string required',
    size: 'integer int32 0..9 default 3',
    kind: 'null|string of A,B',
    tags: 'array items 1..',
    'tags[]': 'string deprecated',
  });
});

test('one shape has the same facts in whatever way it is put together', () => {
  const plain = {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' }, b: { type: 'boolean' } },
  };
  const root = { parts: { a: { type: 'object', properties: { a: { type: 'string' } } } } };
  const composed = {
    allOf: [{ $ref: '#/parts/a' }, { type: 'object', properties: { b: { type: 'boolean' } } }],
    required: ['a'],
  };

  expect(schemaFacts(composed, (reference) => resolvePointer(root, reference.slice(1)))).toEqual(
    schemaFacts(plain, nothing),
  );
});

test('alternatives add their types', () => {
  expect(
    schemaFacts({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'number' } }] }, nothing),
  ).toEqual({
    '': 'array|string',
    '[]': 'number',
  });
});

test('alternatives with names are told one by one', () => {
  const branch = (title: string) => ({ title, type: 'object', properties: { id: { type: 'string' } } });

  expect(schemaFacts({ oneOf: [branch('Source Created'), branch('VA Change')] }, nothing)).toEqual({
    '': 'object',
    '<source-created>': 'object',
    '<source-created>.id': 'string',
    '<va-change>': 'object',
    '<va-change>.id': 'string',
  });
});
