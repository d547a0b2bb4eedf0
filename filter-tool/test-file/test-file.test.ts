import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../reports/own-folder.ts';
import { parseTestFile } from './parse.ts';
import { testFilters } from './run.ts';

const run = async (cwd: string, options: Readonly<{ junit?: string }> = {}) => {
  let text = '';
  const print = (more: string): void => {
    text += more;
  };
  const code = await testFilters(
    'filters.yaml',
    { results: 'results', ...options },
    { cwd, print, colour: false },
  );

  return { code, text };
};

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};

const kept = `
filters:
  - name: movers
    filter: $.changes[?(@.attribute == "department")]
    trigger: idn:identity-attributes-changed
    matches:
      - sample
      - payload: { changes: [{ attribute: department }] }
    does-not-match:
      - file: leaver.json
`;

test('passes when every payload comes out as wanted, and writes JUnit where it was asked to', async () => {
  using own = ownFolder();
  write(own.path, { 'filters.yaml': kept, 'leaver.json': '{"changes":[{"attribute":"status"}]}' });

  const { code, text } = await run(own.path, { junit: join('out', 'filters.xml') });

  expect(code).toBe(0);
  expect(text).toContain('PASS        movers  3 of 3 payloads as wanted');
  expect(text).toContain('PASS        1 filter: 3 of 3 payloads as wanted  (exit 0)');
  expect(readFileSync(join(own.path, 'out', 'filters.xml'), 'utf8')).toContain(
    'tests="3" failures="0" errors="0" skipped="0"',
  );
});

test('fails when one comes out otherwise, and says which, why, and how to look closer', async () => {
  using own = ownFolder();
  write(own.path, { 'filters.yaml': kept, 'leaver.json': '{"changes":[{"attribute":"department"}]}' });

  const { code, text } = await run(own.path, { junit: 'filters.xml' });

  expect(code).toBe(1);
  expect(text).toContain('FAIL        movers  2 of 3 payloads as wanted');
  expect(text).toContain('payload   leaver.json  filters.yaml:10');
  expect(text).toContain('wanted    no match');
  expect(text).toContain(
    `npx isc-triggers filter explain '$.changes[?(@.attribute == "department")]' --payload leaver.json`,
  );
  expect(readFileSync(join(own.path, 'filters.xml'), 'utf8')).toMatch(
    /<failure message="wanted no match, seen match: [^"]*" type="match">/,
  );
});

test('a filter that does not compile fails, and one that cannot be told is INCOMPLETE', async () => {
  using own = ownFolder();
  const broken = '  - name: broken\n    filter: $.a = 1\n    does-not-match: [{ payload: {} }]\n';
  const unknown = '  - name: unknown\n    filter: $.a\n    matches: [{ payload: { a: 1 } }]\n';

  write(own.path, { 'filters.yaml': `filters:\n${unknown}` });
  const incomplete = await run(own.path, { junit: 'unknown.xml' });
  write(own.path, { 'filters.yaml': `filters:\n${unknown}${broken}` });
  const failed = await run(own.path, { junit: 'failed.xml' });

  expect([incomplete.code, failed.code]).toEqual([2, 1]);
  expect(incomplete.text).toContain(
    'INCOMPLETE  1 filter: 0 of 1 payload as wanted, 1 cannot be told  (exit 2)',
  );
  expect(failed.text).toContain('seen      does not compile: character 4 of 7: ');
  expect(readFileSync(join(own.path, 'unknown.xml'), 'utf8')).toContain(
    '<error message="wanted match, seen unknown',
  );
});

test('writes JUnit below the results folder where no file is named', async () => {
  using own = ownFolder();
  mkdirSync(join(own.path, 'results'));
  write(own.path, { 'filters.yaml': kept, 'leaver.json': '{}' });

  const { text } = await run(own.path);
  const [, path = ''] = /^Report {2}(.*)$/m.exec(text) ?? [];

  expect(path).toMatch(/^results.\d{8}T\d{6}Z-filter-test-\w+.junit\.xml$/);
  expect(readFileSync(join(own.path, path), 'utf8')).toMatch(/^<\?xml version="1.0"/);
});

test('texts with control characters leave the XML readable and the terminal alone', async () => {
  using own = ownFolder();
  const evil = '"a\\e[31m\\0<&"';
  write(own.path, {
    'filters.yaml': `filters:\n  - name: ${evil}\n    filter: $[?(@.a == 1)]\n    matches: [{ payload: { a: ${evil} } }]\n`,
  });

  const { text } = await run(own.path, { junit: 'evil.xml' });
  const xml = readFileSync(join(own.path, 'evil.xml'), 'utf8');

  expect(text + xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(xml).toContain('name="a\\u001b[31m\\u0000&lt;&amp;"');
});

for (const [what, yaml, ...says] of [
  ['an unknown key', 'filters:\n  - nmae: x\n', 'f.yaml:2 A filter has no key nmae. Did you mean name?'],
  [
    'an unknown key of a payload, which would else pass for a payload',
    'filters:\n  - name: x\n    filter: $\n    does-not-match:\n      - flie: a.json\n',
    'f.yaml:5 A payload that is not the word sample has no key flie. Did you mean file?',
  ],
  [
    'an unknown key at the top',
    'filter:\n  - name: x\n',
    'f.yaml:1 The file has no key filter. Did you mean filters?',
  ],
  ['no filters', 'filters: []\n', 'f.yaml:1 The file has no filters: nothing would be judged.'],
  ['an empty file', '', 'f.yaml:1 The file is a map with the keys filters.'],
  [
    'a filter without payloads',
    'filters:\n  - name: x\n    filter: $\n',
    'f.yaml:2 A filter without matches',
  ],
  [
    'an empty list of payloads',
    'filters:\n  - name: x\n    filter: $\n    matches: []\n',
    'f.yaml:2 A filter without matches',
  ],
  [
    'a list that is none',
    'filters:\n  - name: x\n    filter: $\n    matches:\n      file: a\n',
    'f.yaml:2 matches is a list',
  ],
  [
    'a filter that is no text, and a name that is missing',
    'filters:\n  - filter: 3\n    matches: [{ payload: 1 }]\n',
    'f.yaml:2 The name of a filter is missing: it is a text.',
    'f.yaml:2 The filter, an expression, is missing: it is a text.',
  ],
  [
    'an unknown trigger',
    'filters:\n  - name: x\n    filter: $\n    trigger: idn:identity-craeted\n    matches: [sample]\n',
    'f.yaml:4 There is no sample of a trigger idn:identity-craeted. Did you mean idn:identity-created?',
  ],
  [
    'a sample without a trigger',
    'filters:\n  - name: x\n    filter: $\n    matches: [sample]\n',
    'f.yaml:4 sample is the sample input of a trigger',
  ],
  [
    'a payload in two forms',
    'filters:\n  - name: x\n    filter: $\n    matches: [{ file: a, payload: 1 }]\n',
    'f.yaml:4 file and payload exclude each other',
  ],
  ['what is no YAML', 'filters:\n  - name: "x\n', 'f.yaml:'],
  ['a key that stands twice', 'filters: []\nfilters: []\n', 'f.yaml:2:1 is not YAML that can be read'],
] as const) {
  test(`refuses ${what}, by file and line`, () => {
    let message = '';
    try {
      parseTestFile('f.yaml', yaml);
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }

    for (const part of says) expect(message).toContain(part);
  });
}

test('reads aliases, and payloads that are null', () => {
  const [only] = parseTestFile(
    'f.yaml',
    'filters:\n  - name: x\n    filter: $\n    matches: &all\n      - payload: &p { a: 1 }\n      - payload: null\n      - payload: *p\n    does-not-match: *all\n',
  );

  expect(only?.wanted.map(({ source }) => source.kind === 'payload' && source.value)).toEqual([
    { a: 1 },
    null,
    { a: 1 },
    { a: 1 },
    null,
    { a: 1 },
  ]);
});

test('names the line of a payload file that cannot be read, or is no JSON', async () => {
  using own = ownFolder();
  write(own.path, { 'filters.yaml': kept });
  await expect(run(own.path)).rejects.toThrow(
    'filters.yaml:10 leaver.json cannot be read: there is no such file.',
  );
  write(own.path, { 'leaver.json': '{' });
  await expect(run(own.path)).rejects.toThrow('filters.yaml:10 leaver.json:1:2 is not JSON: it ends here');
});
