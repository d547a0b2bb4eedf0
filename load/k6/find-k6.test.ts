import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../reports/own-folder.ts';
import { findK6 } from './find-k6.ts';
import { isOlder } from './provide-k6.ts';

const program = (path: string): string => {
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);

  return path;
};

test('the k6 that is named comes before the one on PATH, and that before the one that was built', () => {
  using own = ownFolder();
  const named = program(join(own.path, 'named'));
  const onPath = program(join(own.path, 'k6'));
  const built = program(join(own.path, 'built'));
  const searchPath = ['/nowhere', own.path].join(delimiter);

  expect(findK6({ k6Bin: named, searchPath, built })).toEqual({ path: named, from: 'K6_BIN' });
  expect(findK6({ searchPath, built })).toEqual({ path: onPath, from: 'PATH' });
  expect(findK6({ searchPath: '/nowhere', built })).toEqual({ path: built, from: 'tools/k6' });
  expect(findK6({ searchPath: '', built: join(own.path, 'none') })).toBeUndefined();
});

test('a K6_BIN that leads nowhere is told, and nothing else is taken in its place', () => {
  using own = ownFolder();
  const built = program(join(own.path, 'built'));

  expect(() => findK6({ k6Bin: join(own.path, 'k7'), searchPath: '', built })).toThrow(
    /K6_BIN is ".*k7", and no program is there/,
  );
});

for (const [version, older] of [
  ['2.2.0', false],
  ['2.10.0', false],
  ['3.0.0', false],
  ['2.1.9', true],
  ['0.57.0', true],
] as const)
  test(`k6 ${version} is ${older ? 'too old' : 'new enough'}`, () => {
    expect(isOlder(version)).toBe(older);
  });
