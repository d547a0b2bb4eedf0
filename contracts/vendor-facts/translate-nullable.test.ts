import { expect, test } from '@playwright/test';
import { translateNullable } from './translate-nullable.ts';

for (const [name, schema, translated] of [
  ['a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['values without a type', { enum: ['A'], nullable: true }, { enum: ['A', null] }],
  [
    'values with a type',
    { type: 'string', enum: ['A', null], nullable: true },
    { type: ['string', 'null'], enum: ['A', null] },
  ],
  ['neither', { oneOf: [{}], nullable: true }, { anyOf: [{ oneOf: [{}] }, { type: 'null' }] }],
  ['a schema that says no', { type: 'string', nullable: false }, { type: 'string' }],
  [
    'a schema further in',
    { properties: { a: { type: 'object', nullable: true } } },
    { properties: { a: { type: ['object', 'null'] } } },
  ],
  [
    'a member with this name',
    { properties: { nullable: { type: 'string' } } },
    { properties: { nullable: { type: 'string' } } },
  ],
] as const) {
  test(`nullable beside ${name} is translated`, () => {
    expect(translateNullable(schema)).toEqual(translated);
  });
}
