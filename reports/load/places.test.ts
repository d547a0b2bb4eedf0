import { expect, test } from '@playwright/test';
import { type Attempt, judgePlaces } from './places.ts';

const create = (start: number, end: number, status = 201): Attempt => ({
  kind: 'create',
  start,
  end,
  status,
});
const remove = (start: number, end: number): Attempt => ({ kind: 'delete', start, end, status: 204 });

const judged = (attempts: readonly Attempt[], { limit = 2, others = 0 } = {}) =>
  judgePlaces(attempts, { limit, others });

test('a full trigger that refuses keeps its promise', () => {
  expect(judged([create(0, 10), create(0, 10), create(20, 30, 400)])).toMatchObject({
    mostHeld: 2,
    refused: 1,
    wrongRefusals: 0,
    findings: [],
  });
});

test('one too many is found, with what others hold counted', () => {
  expect(judged([create(0, 10), create(0, 12), create(20, 30)]).findings).toEqual([
    '3 subscriptions were held at once; at most 2 may be',
  ]);
  expect(judged([create(0, 10), create(20, 30)], { others: 1 }).mostHeld).toBe(3);
});

test('what may have been deleted before the next was made is not held at once', () => {
  expect(judged([create(0, 10), create(0, 10), remove(20, 40), create(15, 35)]).findings).toEqual([]);
});

test('a refusal while a place was free all the time is found', () => {
  expect(judged([create(0, 10), create(20, 30, 400)]).findings).toEqual([
    '1 of 1 refusals came while a place was free all the time',
  ]);
});

test('a freed place is usable at once, and not before its deletion was answered', () => {
  const full = [create(0, 10), create(0, 10), remove(20, 30)];

  expect(judged([...full, create(29, 35, 400)]).wrongRefusals).toBe(0);
  expect(judged([...full, create(31, 35, 400)]).wrongRefusals).toBe(1);
});

test('a creation under way may have the place', () => {
  expect(judged([create(0, 10), create(15, 40), create(20, 30, 400)]).wrongRefusals).toBe(0);
});

test('a creation without an answer may have been carried out', () => {
  expect(judged([create(0, 10), create(12, 15, 0), create(20, 30, 400)])).toMatchObject({
    mostHeld: 1,
    wrongRefusals: 0,
  });
});

test('401 and 429 refuse a client, not a place', () => {
  expect(judged([create(0, 10), create(20, 30, 429)])).toMatchObject({ refused: 0, findings: [] });
});
