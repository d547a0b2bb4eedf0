import { expect, test } from '@playwright/test';
import { cellsWith, steps } from './doctor-cells.ts';
import { durationMs, inWords } from './duration.ts';
import type { ListedSpec } from './listed-specs.ts';
import { selectionOf } from './selection.ts';

for (const [text, ms] of [
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['6h', 21_600_000],
  ['2d', 172_800_000],
  ['0', 0],
  ['1.5 h', 5_400_000],
  ['15', 15_000],
] as const) {
  test(`"${text}" lasts ${ms} ms`, () => {
    expect(durationMs(text)).toBe(ms);
  });
}

test('what is no duration is refused with how to write one', () => {
  for (const text of ['', 'h', '-1h', '6 weeks', 'PT1H'])
    expect(() => durationMs(text)).toThrow('write it as 90s, 30m, 6h or 2d');
});

test('ages are told in whole minutes, and in hours from the second on', () => {
  expect([inWords(-5), inWords(59_999), inWords(3_600_000), inWords(7_200_000)]).toEqual([
    '0 min',
    '0 min',
    '60 min',
    '2 h',
  ]);
});

const common = { results: 'results', color: false };

test('a selection asks for all of its tags, and tells what was typed', () => {
  expect(selectionOf(common)).toEqual({ tags: [], typed: undefined });
  expect(selectionOf({ ...common, smoke: true, clause: 'triggers.list', operation: 'listTriggers' })).toEqual(
    {
      tags: ['@smoke', '@clause:triggers.list', '@operation:listTriggers'],
      typed: '--smoke --clause triggers.list --operation listTriggers',
    },
  );
});

test('a clause that every exchange is judged by selects all specs', () => {
  expect(selectionOf({ ...common, clause: 'exchange.status' })).toEqual({
    tags: [],
    typed: '--clause exchange.status',
  });
});

const spec = (needs: ListedSpec['needs'], ...cells: readonly string[]): ListedSpec => ({
  title: 'a spec',
  file: 'a.spec.ts',
  clauses: [],
  cells,
  needs,
});

const specs = [
  spec([], 'listTriggers 200'),
  spec(['writes'], 'createSubscription 201', 'createSubscription 400'),
  spec(['noscope'], 'listTriggers 403'),
  spec(['writes', 'slots'], 'completeTriggerInvocation 204'),
  spec(['writes', 'limits'], 'createSubscription 400'),
  spec(['faults'], 'listTriggers 500'),
];

test('a cell counts once, and where all that one of its specs needs is there', () => {
  expect(cellsWith(specs, new Set())).toBe(1);
  expect(cellsWith(specs, new Set(['writes', 'limits']))).toBe(3);
});

test('each further setting is told with the cells that it adds, those that add none are not', () => {
  expect(steps(specs, new Set(), 'sb.example.com')).toEqual([
    {
      cells: 3,
      setting: 'ISC_ALLOW_WRITES=sb.example.com',
      gives: 'creates and removes its own subscriptions, disabled',
    },
    { cells: 4, setting: 'ISC_NOSCOPE_CLIENT_ID and _SECRET', gives: '403' },
    { cells: 5, setting: 'ISC_ALLOW_RISKS=slots', gives: 'a free REQUEST_RESPONSE slot' },
  ]);
});
