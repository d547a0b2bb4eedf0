import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FolderError, makeFolder } from './make-folder.ts';

let own: string;
test.beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'isc-triggers-folder-'));
});
test.afterEach(() => rmSync(own, { recursive: true, force: true }));

test('makes a folder and those above it, and leaves one that is there', () => {
  const path = join(own, 'a', 'b', 'c');
  makeFolder(path);
  makeFolder(path);

  expect(statSync(path).isDirectory()).toBe(true);
});

test('says which folder cannot be made where a file stands in its way', () => {
  const file = join(own, 'file');
  writeFileSync(file, '');

  for (const path of [file, join(file, 'below'), join(file, 'far', 'below')])
    expect(() => makeFolder(path)).toThrow(`The folder ${path} cannot be made: `);
});

test('ends where a folder is there and takes none', () => {
  test.skip(!existsSync('/proc/self'), 'there is no /proc');

  expect(() => makeFolder('/proc/isc-triggers/results')).toThrow(FolderError);
});
