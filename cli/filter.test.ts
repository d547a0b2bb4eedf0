import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runProgram, startProgram } from './testing/run-program.ts';
import { workplace } from './testing/workplace.ts';

const department = '$.changes[?(@.attribute == "department")]';
const sample = ['--trigger', 'idn:identity-attributes-changed'];

type Case = Readonly<{ args: readonly string[]; code: number; says: RegExp }>;

const cases: readonly Case[] = [
  { args: ['check', department], code: 0, says: /^COMPILES {2}/ },
  { args: ['check', '$.a = 1'], code: 1, says: /^DOES NOT COMPILE {2}.*\(exit 1\)/ },
  { args: ['eval', department, ...sample], code: 0, says: /^MATCH .*\(exit 0\)/ },
  { args: ['eval', '$[?(@.nope)]', ...sample], code: 1, says: /^NO MATCH {2}.*\(exit 1\)/ },
  { args: ['explain', '$.changes', ...sample], code: 2, says: /^UNKNOWN {2}.*\(exit 2\)/ },
  { args: ['explain', '$.a = 1', ...sample], code: 2, says: /^DOES NOT COMPILE {2}.*\(exit 2\)/ },
  { args: ['explain', department], code: 2, says: /There is no payload.*--payload FILE/ },
  {
    args: ['explain', department, '--payload', '-'],
    code: 2,
    says: /standard input:1:1 is not JSON: it is empty/,
  },
  {
    args: ['explain', department, '--trigger', 'identity-created'],
    code: 2,
    says: /Did you mean idn:identity-created\?/,
  },
  { args: ['explain', department, '--paylod', 'a'], code: 2, says: /Did you mean --payload\?/ },
  {
    args: ['explain', '$.a', '==', 'b'],
    code: 2,
    says: /too many arguments.*\nPut the expression between single quotes/,
  },
  { args: ['explian', department], code: 2, says: /Did you mean explain\?/ },
  { args: ['test', 'no.yaml'], code: 2, says: /no\.yaml cannot be read: there is no such file\./ },
];

for (const { args, code, says } of cases) {
  test(`filter ${args.join(' ')} ends with ${code}`, async () => {
    using place = workplace();

    const ended = await runProgram(['filter', ...args], { cwd: place.cwd });

    expect(ended.output).toMatch(says);
    expect(ended.output).not.toMatch(/^\s+at \w|\u001b/m);
    expect(ended.code).toBe(code);
  });
}

test('--json prints one JSON value', async () => {
  using place = workplace();

  const { stdout, code } = await runProgram(['filter', 'explain', department, ...sample, '--json'], {
    cwd: place.cwd,
  });

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    exitCode: 0,
    counts: { match: 1 },
    cases: [{ verdict: 'match', payload: 'sample of idn:identity-attributes-changed' }],
  });
});

test("the help has examples, exit codes, and why the vendor's own tool answers otherwise", async () => {
  using place = workplace();

  const helps = await Promise.all(
    ['check', 'eval', 'explain', 'test'].map((name) =>
      runProgram(['filter', name, '--help'], { cwd: place.cwd }),
    ),
  );

  for (const { code, stdout } of helps) {
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:\n  $ npx isc-triggers filter ');
    expect(stdout).toContain('Exit codes: 0 ');
  }
  expect(helps[2]?.stdout).toContain("The vendor's command-line tool evaluates another dialect");
});

test('--watch judges again when a payload changes, tells wrong input, and ends on Ctrl-C with 130', async () => {
  using place = workplace();
  const payload = join(place.cwd, 'event.json');
  writeFileSync(payload, '{"a":1}');
  writeFileSync(
    join(place.cwd, 'filters.yaml'),
    'filters:\n  - name: one\n    filter: $[?(@.a == 1)]\n    matches:\n      - file: event.json\n',
  );
  const running = startProgram(['filter', 'test', 'filters.yaml', '--watch'], { cwd: place.cwd });

  await running.says(/\(exit 0\)[\s\S]*Watching/);
  writeFileSync(payload, '{"a":2}');
  await running.says(/\(exit 1\)[\s\S]*Watching/);
  writeFileSync(payload, '{"a":');
  await running.says(/event\.json:1:6 is not JSON[\s\S]*Watching/);
  writeFileSync(payload, '{"a":1}');
  await running.says(/is not JSON[\s\S]*\(exit 0\)[\s\S]*Watching/);
  running.signal('SIGINT');

  expect((await running.ended).code).toBe(130);
});
