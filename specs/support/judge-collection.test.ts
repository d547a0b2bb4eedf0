import { expect, test } from '@playwright/test';
import { judgeCollection } from './judge-collection.ts';
import { answered } from './testing/answers.ts';

const json = { 'content-type': 'application/json' };

const page = (length: number, query: string, headers: Readonly<Record<string, string>> = {}) =>
  judgeCollection(
    answered({ body: Array.from({ length }, () => ({})), query, headers: { ...json, ...headers } }),
    'listSubscriptions',
  );

test('FC-034: a page has at most as many records as were asked for', () => {
  expect(page(3, 'limit=1')).toEqual([
    { clause: 'collections.limit', expected: 'at most 1 record', seen: '3 records' },
  ]);
  expect(page(2, 'limit=3')).toEqual([]);
  expect(page(3, 'limit=3')).toEqual([]);
});

test('without a limit a page has at most 250 records', () => {
  expect(page(251, '')).toMatchObject([{ clause: 'collections.limit.default' }]);
  expect(page(250, '')).toEqual([]);
});

test('FC-035: what a limit beyond the documented range gives is not judged', () => {
  for (const query of ['limit=251', 'limit=0', 'limit=-1', 'limit=many'])
    expect(page(250, query)).toEqual([]);
});

test('the total is there when it is asked for, and counts at least what is seen', () => {
  expect(page(2, 'count=true', { 'x-total-count': '2' })).toEqual([]);
  expect(page(2, 'count=true&offset=5', { 'x-total-count': '7' })).toEqual([]);
  expect(page(0, 'count=true&offset=5', { 'x-total-count': '3' })).toEqual([]);
  for (const headers of [{}, { 'x-total-count': 'two' }, { 'x-total-count': '1' }])
    expect(page(2, 'count=true', headers)).toMatchObject([{ clause: 'collections.count' }]);
});

test('the total is absent when it is not asked for', () => {
  expect(page(2, 'limit=2', { 'x-total-count': '2' })).toMatchObject([
    { clause: 'collections.count.absent' },
  ]);
  expect(page(2, 'count=false', { 'x-total-count': '2' })).toHaveLength(1);
});

test('whether a count that is neither true nor false asks for the total is not judged', () => {
  expect(page(2, 'count=ten', { 'x-total-count': '2' })).toEqual([]);
  expect(page(2, 'count=ten')).toEqual([]);
});

test('only pages of a list are judged', () => {
  const create = answered({ status: 201, body: {}, headers: { 'x-total-count': '1' } });

  expect(judgeCollection(create, 'createSubscription')).toEqual([]);
  expect(
    judgeCollection(answered({ status: 400, body: [{}, {}], query: 'limit=1' }), 'listTriggers'),
  ).toEqual([]);
});
