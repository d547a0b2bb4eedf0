import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readWaivers } from './read-waivers.ts';

let cwd = '';

test.beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'isc-waivers-'));
});

test.afterEach(() => rmSync(cwd, { recursive: true }));

const right = `\
# two breaks that are known
- clause: triggers.list
  target: t.example
  reason: vendor case 4711
  owner: jane@example.com
  expires: 2026-06-30
- cell: listSubscriptions 400
  target: mock
  apiVersion: v1
  reason: as above
  owner: jane@example.com
  expires: 2026-06-30
`;

const reading = (text: string, target = 't.example', today = '2026-06-30') => {
  writeFileSync(join(cwd, 'waivers.yaml'), text);

  return readWaivers({ cwd, target, today });
};

/** The right file with one text in place of another. */
const changed = (from: string, to: string) => () => reading(right.replace(from, to));

test('gives those for the target, and says how many are for others', () => {
  expect(reading(right)).toEqual({
    waivers: [
      {
        clause: 'triggers.list',
        target: 't.example',
        reason: 'vendor case 4711',
        owner: 'jane@example.com',
        expires: '2026-06-30',
        place: 'waivers.yaml:2',
      },
    ],
    elsewhere: 1,
    faults: [],
  });
  expect(reading(right, 'mock').waivers).toMatchObject([{ cell: 'listSubscriptions 400', apiVersion: 'v1' }]);
});

test('gives none where there is no file, or nothing in it', () => {
  const none = { waivers: [], elsewhere: 0, faults: [] };

  expect(readWaivers({ cwd, target: 'mock', today: '2026-06-30' })).toEqual(none);
  expect(reading('# none so far\n')).toEqual(none);
  expect(() => readWaivers({ cwd, file: 'w.yaml', target: 'mock', today: '2026-06-30' })).toThrow(
    /The waivers in .*w\.yaml cannot be read: ENOENT/,
  );
});

test('fails the gate the day after a waiver of this target has ended, and not for one of another', () => {
  expect(reading(right, 't.example', '2026-07-01').faults).toEqual([
    'waivers.yaml:2 has expired on 2026-06-30. Remove it, or have jane@example.com answer for it until a later day.',
  ]);
  expect(reading(right, 'other.example', '2026-07-01').faults).toEqual([]);
});

for (const [from, to, fault] of [
  [
    'triggers.list',
    'trigers.list',
    /^waivers\.yaml:2 .*trigers\.list, which does not exist\. Did you mean triggers\.list\?/,
  ],
  [
    'listSubscriptions 400',
    'listSubscriptions 404',
    /^waivers\.yaml:7 .*listSubscriptions 404, which does not exist/,
  ],
  ['triggers.list', 'collections.limit.range', /only warns and fails no gate/],
] as const) {
  test(`fails the gate for ${to} in place of ${from}`, () => {
    expect(changed(from, to)().faults).toEqual([expect.stringMatching(fault)]);
  });
}

for (const [from, to, told] of [
  ['  owner: jane@example.com\n', '', 'waivers.yaml:2 The owner of a waiver is missing'],
  ['owner:', 'ower:', 'waivers.yaml:5 A waiver has no key ower. Did you mean owner?'],
  ['2026-06-30', 'next year', 'waivers.yaml:6 The expires "next year" is not a day'],
  ['2026-06-30', '2026-02-30', 'waivers.yaml:6 The expires "2026-02-30" is not a day'],
  [
    't.example',
    'https://t.example/',
    'waivers.yaml:3 The target "https://t.example/" is not mock or a host name',
  ],
  ['apiVersion: v1', 'apiVersion: v3', 'waivers.yaml:9 The apiVersion "v3" is not one of beta, v2024'],
  [
    '- clause: triggers.list\n',
    '- clause: triggers.list\n  cell: listTriggers 200\n',
    'waivers.yaml:2 A waiver is about one clause or one cell',
  ],
  ['reason: vendor', 'reason: [vendor', 'waivers.yaml:5:'],
  [right, 'waivers: []', 'waivers.yaml:1 The file of waivers is a list'],
] as const) {
  test(`cannot be read with ${JSON.stringify(to.trim().slice(0, 40))}, and says in which line`, () => {
    expect(changed(from, to)).toThrow(told);
    expect(changed(from, to)).toThrow('A waiver reads:\n  - clause: triggers.list');
  });
}
