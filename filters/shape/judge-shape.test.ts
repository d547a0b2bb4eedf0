import { expect, test } from '@playwright/test';
import { compile } from '../compile.ts';
import { judgeShape } from './judge-shape.ts';
import { heldByAbsence } from './may-be-absent.ts';
import { shapeOfSchema, shapeOfValue } from './read-shape.ts';
import { union } from './shape.ts';

const reference = {
  type: 'object',
  required: ['id', 'name', 'type'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    type: { enum: ['IDENTITY'], type: 'string' },
  },
};

/** As tenants write it: definitions, and everything else allowed. */
const schema = {
  $ref: '#/definitions/event',
  definitions: {
    reference,
    event: {
      type: 'object',
      additionalProperties: true,
      required: ['identity', 'attributes', 'changes', 'count', 'active', 'who'],
      properties: {
        identity: { $ref: '#/definitions/reference' },
        attributes: { type: 'object', additionalProperties: true },
        changes: {
          type: 'array',
          items: {
            type: 'object',
            required: ['attribute'],
            properties: { attribute: { type: 'string' }, oldValue: { type: ['string', 'null'] } },
          },
        },
        count: { type: 'string' },
        total: { type: 'integer' },
        active: { type: 'boolean' },
        who: { anyOf: [reference, { type: 'array', items: reference }] },
      },
    },
  },
};

const shape = shapeOfSchema(schema);

const judged = (expression: string, of = shape): string => {
  const result = compile(expression);
  if (!result.ok) throw new Error(`${expression}: ${result.error.message}`);

  return judgeShape(result.path, of).holds;
};

const cases = {
  never: [
    '$[?(@.identty.id == "1")]',
    '$[?(@.identity.nme == "x")]',
    '$.nothing[?(@.a == 1)]',
    '$.count[?(@.a == 1)]',
    '$.changes[?(@.atribute == "x")]',
    '$[?(@.count > 9)]',
    '$[?(@.active == "true")]',
    '$[?(@.identity.type == "ROLE")]',
    '$[?(@.changes.attribute == "x")]',
    '$[?(@.count anyof ["1"])]',
    '$[?(@.identity.id == "1" && @.nope)]',
    '$[?(!@.identity)]',
    '$.changes[?(@.attribute == "a" && @.attribute == "b")]',
  ],
  always: [
    '$[?(@.changes)]',
    '$[?(@.identity.id)]',
    '$[?(@.identity.id != null)]',
    '$[?(@.nope != null)]',
    '$[?(@.active != "true")]',
    '$.changes[?(@.attribute)]',
    '$[?(@.changes[?(@.attribute == "x")])]',
    '$[?(@.nope || @.identity)]',
    '$.changes[?(@.attribute != "a" || @.attribute != "b")]',
  ],
  varies: [
    '$[?(@.total)]',
    '$[?(@.attributes.any == "x")]',
    '$[?(@.attributes.any)]',
    '$[?(@.count == 69)]',
    '$[?(@.identity.type == "IDENTITY")]',
    '$[?(@.changes[0].attribute == "x")]',
    '$.changes[?(@.oldValue == null)]',
    '$[?(@.who.id == "1")]',
    '$.who[?(@.id == "1")]',
    '$[?(@.nope || @.total == 1)]',
    '$.changes[?(@.attribute =~ /a.*/)]',
    '$..[?(@.nope)]',
    '$.identity.name',
    '$.changes.length()',
    '$.changes[?(@.attribute)].oldValue',
  ],
} as const;

for (const [holds, expressions] of Object.entries(cases))
  for (const expression of expressions)
    test(`${expression} holds ${holds === 'varies' ? 'for some events' : holds}`, () => {
      expect(judged(expression)).toBe(holds);
    });

test('of a shape that is not known, and of members that a sample adds, nothing is claimed', () => {
  const withSample = union(shape, shapeOfValue({ nope: 'x' }));

  expect(judged('$[?(@.nope == "x")]', shapeOfSchema({}))).toBe('varies');
  expect(judged('$[?(@.nope == "x")]', shapeOfSchema({ type: 'object' }))).toBe('varies');
  expect(judged('$[?(@.nope == "x")]', shapeOfSchema({ $ref: '#/gone' }))).toBe('varies');
  expect(judged('$[?(@.nope == "x")]', withSample)).toBe('varies');
  expect(judged('$[?(@.changes)]', withSample)).toBe('varies');
});

test('a schema that refers to itself comes to an end', () => {
  const own = {
    $ref: '#/$defs/a',
    $defs: { a: { type: 'object', properties: { a: { $ref: '#/$defs/a' } } } },
  };

  expect(judged('$[?(@.a.a.a.b)]', shapeOfSchema(own))).toBe('never');
  expect(judged('$[?(@.a)]', shapeOfSchema({ $ref: '#' }))).toBe('varies');
});

test('says what is missing, and what is spelled nearly like it', () => {
  const result = compile('$.changes[?(@.atribute == "x")]');

  expect(result.ok && judgeShape(result.path, shape).because).toBe(
    'there is no "atribute": is "attribute" meant?',
  );
});

test('a negation holds by absence where its path may be absent, and nothing else is asked', () => {
  const at = (expression: string) => {
    const result = compile(expression);
    return result.ok ? heldByAbsence(result.path, shape) : undefined;
  };

  expect(at('$[?(@.attributes.country != "DE")]')).toBe(4);
  expect(at('$[?(@.active == true || @.attributes.country nin ["DE"])]')).toBe(24);
  expect(at('$[?(@.identity.id != "1")]')).toBeUndefined();
  expect(at('$[?(@.active == true && @.attributes.country != "DE")]')).toBeUndefined();
});
