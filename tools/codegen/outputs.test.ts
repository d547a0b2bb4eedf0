import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { outputsOf, source, staleFiles } from './outputs.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const yaml = read(source);

test('the generated files are what the contract gives', async () => {
  expect(staleFiles(await outputsOf(yaml), read)).toEqual([]);
});

test('a contract that says something else makes both files stale', async () => {
  const outputs = await outputsOf(yaml.replace('enum: [TEST, REAL_TIME]', 'enum: [TEST, REAL_TIME, REPLAY]'));

  expect(staleFiles(outputs, read)).toEqual([
    'contracts/generated/event-triggers.json',
    'contracts/generated/event-triggers.ts',
  ]);
});

test('a file that is not there is stale', async () => {
  expect(staleFiles({ 'a.json': '{}' }, () => undefined)).toEqual(['a.json']);
});

test('nothing is made from a contract with an undeclared keyword', async () => {
  const slipped = yaml.replace('enum: [TEST, REAL_TIME]', 'nullable: true');

  await expect(outputsOf(slipped)).rejects.toThrow(
    `${source}#/components/schemas/InvocationStatus/properties/type/nullable: undeclared keyword "nullable"`,
  );
});

test('no type is any', async () => {
  expect((await outputsOf(yaml))['contracts/generated/event-triggers.ts']).not.toMatch(/\bany\b/);
});
