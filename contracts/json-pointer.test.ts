import { expect, test } from '@playwright/test';
import { escapeToken, resolvePointer } from './json-pointer.ts';

test('a pointer leads through objects and lists', () => {
  expect(resolvePointer({ a: [{ b: 1 }] }, '/a/0/b')).toBe(1);
  expect(resolvePointer({ a: 1 }, '')).toEqual({ a: 1 });
});

test('an escaped name is found again', () => {
  const name = 'application/json~patch~1';

  expect(resolvePointer({ [name]: 'here' }, `/${escapeToken(name)}`)).toBe('here');
});

test('a pointer to nothing gives undefined, inherited members included', () => {
  expect(resolvePointer({ a: null }, '/a/b')).toBeUndefined();
  expect(resolvePointer({}, '/toString')).toBeUndefined();
});
