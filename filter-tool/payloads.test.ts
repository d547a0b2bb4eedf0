import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../reports/own-folder.ts';
import { jsonProblem } from './json-problem.ts';
import { parsePayload, samplePayload } from './payload.ts';
import { readPayloads } from './read-payloads.ts';

for (const [text, line, column, message] of [
  ['', 1, 1, 'it is empty'],
  ['{"a":1,}', 1, 7, 'a comma too many before }'],
  ['[1, 2,\n]', 1, 6, 'a comma too many before ]'],
  ['{\n  "a": x\n}', 2, 8, 'a value was expected'],
  ['{\n  a: 1\n}', 2, 3, 'a name in double quotes or } was expected'],
  ["{'a': 1}", 1, 2, 'a name in double quotes or } was expected; only " quotes in JSON'],
  ['{"a" 1}', 1, 6, 'a colon was expected'],
  ['{"a": 1 "b": 2}', 1, 9, 'a comma or } was expected'],
  ['[1 2]', 1, 4, 'a comma or ] was expected'],
  ['{"a": [1', 1, 9, 'it ends here, where a comma or ] was expected'],
  ['{"a": "x', 1, 7, 'a text begins here and has no closing quote'],
  ['{"a": "x\ny"}', 1, 9, 'a line end or control character stands inside a text'],
  ['{"a": "\\x"}', 1, 8, 'a backslash stands before a character that it cannot escape'],
  ['{"a": 1}\n{"a": 2}', 2, 1, 'something follows the payload: a file holds one payload'],
  ['{"a": 01}', 1, 8, 'a comma or } was expected'],
  ['{"a": NaN}', 1, 7, 'a value was expected'],
  ['[[[[1]]]', 1, 9, 'it ends here, where a comma or ] was expected'],
] as const) {
  test(`finds the mistake in ${JSON.stringify(text)}`, () => {
    expect(jsonProblem(text)).toEqual({ line, column, message });
  });
}

test('reads UTF-8 and UTF-16, with or without a mark', () => {
  for (const bytes of [
    Buffer.from('{"a":"ö"}'),
    Buffer.from('\ufeff{"a":"ö"}'),
    Buffer.from('\ufeff{"a":"ö"}', 'utf16le'),
  ])
    expect(parsePayload('a.json', bytes).value).toEqual({ a: 'ö' });
});

test('names file, line and column of a payload that is no JSON', () => {
  expect(() => parsePayload('event.json', Buffer.from('{\n"a":}'))).toThrow(
    'event.json:2:5 is not JSON: a value was expected.',
  );
});

for (const [id, near] of [
  ['idn:identity-attribute-changed', 'idn:identity-attributes-changed or idn:account-attributes-changed'],
  ['identity-created', 'idn:identity-created'],
  ['Campaign Ended', 'idn:campaign-ended'],
  ['campaign', 'idn:campaign-activated or idn:campaign-ended or idn:campaign-generated'],
  ['idn:sorce-deleted', 'idn:source-deleted or idn:source-created'],
] as const) {
  test(`names the trigger that ${id} comes nearest to`, () => {
    expect(() => samplePayload(id)).toThrow(`There is no sample of a trigger ${id}. Did you mean ${near}?`);
  });
}

test('lists the triggers where none comes near', () => {
  expect(() => samplePayload('zzz\u001b')).toThrow(
    /^There is no sample of a trigger zzz\\u001b\. There is one of idn:access/,
  );
});

const place = (cwd: string, input = '{}') => ({
  cwd,
  readStandardInput: async () => new TextEncoder().encode(input),
});

test('reads samples, files, folders and standard input, in this order', async () => {
  using own = ownFolder();
  mkdirSync(join(own.path, 'events'));
  writeFileSync(join(own.path, 'events', 'b.json'), '2');
  writeFileSync(join(own.path, 'events', 'a.json'), '1');
  writeFileSync(join(own.path, 'events', 'readme.txt'), 'no payload');

  const payloads = await readPayloads(
    { payload: ['events', '-'], trigger: 'idn:source-created' },
    place(own.path, '3'),
  );

  expect(payloads.map(({ name }) => name)).toEqual([
    'sample of idn:source-created',
    join('events', 'a.json'),
    join('events', 'b.json'),
    'standard input',
  ]);
  expect(payloads.slice(1).map(({ value }) => value)).toEqual([1, 2, 3]);
});

test('says what is missing, and why a file cannot be read', async () => {
  using own = ownFolder();
  mkdirSync(join(own.path, 'empty'));

  await expect(readPayloads({ payload: [] }, place(own.path))).rejects.toThrow(
    /--payload FILE .* --trigger ID/,
  );
  await expect(readPayloads({ payload: ['no.json'] }, place(own.path))).rejects.toThrow(
    'no.json cannot be read: there is no such file.',
  );
  await expect(readPayloads({ payload: ['empty'] }, place(own.path))).rejects.toThrow(
    'The folder empty holds no .json file.',
  );
  await expect(readPayloads({ payload: ['-', '-'] }, place(own.path))).rejects.toThrow('once only');
});
