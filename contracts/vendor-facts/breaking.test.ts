import { expect, test } from '@playwright/test';
import { isBreaking } from './breaking.ts';

for (const [where, ours, vendor, breaks] of [
  ['listTriggers call path', '/beta/triggers', '/beta/trigger', true],
  ['listTriggers call deprecated', undefined, 'true', false],
  [
    'listTriggers parameters limit',
    'query integer int32 0..250 default 250',
    'query integer int32 0..100 default 100',
    true,
  ],
  [
    'listTriggers parameters limit',
    'query integer int32 0..250 default 250',
    'query integer int32 0..500 default 250',
    false,
  ],
  ['listTriggers parameters limit', 'query integer', undefined, true],
  ['listTriggers parameters tenant', undefined, 'query string', false],
  ['listTriggers parameters tenant', undefined, 'query string required', true],
  ['createSubscription request name', 'string', 'string required', true],
  ['createSubscription request type', 'string of HTTP,INLINE', 'string of HTTP', true],
  ['createSubscription request type', 'string of HTTP', 'string of HTTP,INLINE', false],
  ['createSubscription request value', 'boolean|string', 'string', true],
  ['createSubscription request value', 'boolean|string', 'any', false],
  ['listTriggers 200 [].id', 'string required', 'string', true],
  ['listTriggers 200 [].id', 'string required', undefined, true],
  ['listTriggers 200 [].id', 'string', 'integer', true],
  ['listTriggers 200 [].id', 'string', 'string required', false],
  ['listTriggers 200 [].type', 'string of A', 'string of A,B', false],
  ['listTriggers 200 [].more', undefined, 'string required', false],
  ['listTriggers filters id', 'eq ge le', 'eq', true],
  ['listTriggers filters id', 'eq', 'eq ge', false],
  ['listTriggers sorters ', 'id name', 'id', true],
  ['listTriggers 200 #mediaType', 'application/json', 'text/plain', true],
] as const) {
  test(`${where}: ${ours} -> ${vendor} ${breaks ? 'breaks' : 'breaks nobody'}`, () => {
    expect(isBreaking({ where, ours, vendor })).toBe(breaks);
  });
}
