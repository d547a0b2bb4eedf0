import { expect, test } from '@playwright/test';
import { triggers } from '../../../contracts/triggers/index.ts';
import type { Snapshot } from '../../health/snapshot.ts';
import { httpOf, snapshotOf, subscriptionOf, triggerOf } from '../../health/testing/samples.ts';
import { contractDrift } from './contract-drift.ts';
import { lostFieldFindings, unheardFindings } from './drift-findings.ts';
import { itemsOf } from './items.ts';
import { nightDrift } from './night-drift.ts';

const schema = (...members: readonly string[]) =>
  JSON.stringify({
    type: 'object',
    required: members.slice(0, 1),
    properties: Object.fromEntries(members.map((member) => [member, { type: 'string' }])),
  });

const night = (parts: Partial<Snapshot>, before: Parameters<typeof itemsOf>[1] = []) =>
  itemsOf(snapshotOf(parts), before);

test('tells which triggers and subscriptions came, went and changed', () => {
  const before = night({
    triggers: [triggerOf({ inputSchema: schema('a', 'b') }), triggerOf({ id: 'idn:gone', name: 'Gone' })],
    subscriptions: [subscriptionOf({ filter: '$[?(@.a)]' }), subscriptionOf({ id: 's2' })],
  });
  const after = night({
    triggers: [triggerOf({ inputSchema: schema('b', 'c') }), triggerOf({ id: 'idn:new' })],
    subscriptions: [
      subscriptionOf({ filter: '$[?(@.b)]', enabled: false, http: httpOf({ urlKey: 'other' }) }),
      subscriptionOf({ id: 's3' }),
    ],
  });

  expect(
    nightDrift(before, after).map(({ change, subject, place, before: was, after: is, breaking }) =>
      [breaking ? '!' : ' ', change, subject.id, place, was, is].join(' | '),
    ),
  ).toEqual([
    '! | went | idn:gone |  |  | ',
    '! | went | s2 |  |  | ',
    '! | went | idn:identity-created | input a | string required | ',
    '! | changed | s1 | enabled | true | false',
    '  | came | idn:new |  |  | ',
    '  | came | s3 |  |  | ',
    '  | changed | idn:identity-created | input b | string | string required',
    '  | came | idn:identity-created | input c |  | string',
    '  | changed | s1 | filter | $[?(@.a)] | $[?(@.b)]',
    '  | changed | s1 | url, with what is masked in it | joiner | other',
  ]);
});

test('two nights of the same tenant differ in nothing', () => {
  const parts = {
    triggers: [triggerOf({ inputSchema: schema('a') })],
    subscriptions: [subscriptionOf({ filter: '$[?(@.a)]' })],
  };
  const before = night(parts);

  expect(nightDrift(before, night(parts, before))).toEqual([]);
});

test('a schema that lost what a filter reads is an error, night after night, until one of the two is mended', () => {
  const subscriptions = [subscriptionOf({ filter: '$[?(@.a == "x")]' })];
  const [whole, lost] = [schema('a', 'b'), schema('b')].map((inputSchema) => ({
    triggers: [triggerOf({ inputSchema })],
    subscriptions,
  }));
  const first = night(whole ?? {});
  const second = night(lost ?? {}, first);
  const third = night(lost ?? {}, second);
  const mended = night(whole ?? {}, third);
  const changed = night({ ...lost, subscriptions: [subscriptionOf({ filter: '$[?(@.b)]' })] }, third);

  expect(lostFieldFindings(first)).toEqual([]);
  for (const items of [second, third])
    expect(lostFieldFindings(items)).toEqual([
      expect.objectContaining({
        id: 'filter.lost-field',
        severity: 'error',
        subject: expect.objectContaining({ id: 's1' }),
        what: 'The schema of idn:identity-created has lost a, which the filter $[?(@.a == "x")] reads.',
      }),
    ]);
  expect(lostFieldFindings(mended)).toEqual([]);
  expect(lostFieldFindings(changed)).toEqual([]);
});

test('what a schema never had was not lost', () => {
  const parts = {
    triggers: [triggerOf({ inputSchema: schema('b') })],
    subscriptions: [subscriptionOf({ filter: '$[?(@.a)]' })],
  };

  expect(lostFieldFindings(night(parts, night(parts)))).toEqual([]);
});

test('a schema that is no JSON, or refers to itself, is taken as far as it goes', () => {
  const endless = JSON.stringify({
    type: 'object',
    properties: { a: { $ref: '#/definitions/node' } },
    definitions: { node: { type: 'object', properties: { next: { $ref: '#/definitions/node' } } } },
  });

  expect(night({ triggers: [triggerOf({ inputSchema: '{' })] })[0]?.facts).toEqual({
    name: 'Identity Created',
    type: 'FIRE_AND_FORGET',
  });
  expect(night({ triggers: [triggerOf({ inputSchema: endless })] })[0]?.facts).toMatchObject({
    'input a.next.next': 'object',
  });
});

test('a trigger that somebody listened to within the month is told when nobody does', () => {
  const subject = { kind: 'trigger', id: 'idn:identity-created', name: 'Identity Created' } as const;
  const series = [
    {
      name: 'trigger.subscriptions' as const,
      subject,
      points: [{ taken: '2026-01-05T02:00:00.000Z', value: 2, samples: 1 }],
    },
  ];
  const [unheard, heard] = [[], [subscriptionOf()]].map((subscriptions) =>
    night({ triggers: [triggerOf()], subscriptions }),
  );

  expect(unheardFindings(unheard ?? [], { taken: '2026-01-10T02:00:00.000Z', series })).toEqual([
    expect.objectContaining({
      id: 'trigger.unheard',
      subject,
      what: expect.stringContaining('its 2 subscriptions were last there on 2026-01-05'),
    }),
  ]);
  expect(unheardFindings(heard ?? [], { taken: '2026-01-10T02:00:00.000Z', series })).toEqual([]);
  expect(unheardFindings(unheard ?? [], { taken: '2026-03-10T02:00:00.000Z', series })).toEqual([]);
});

const catalogue = triggers.map(({ id, name, type, inputSchema }) =>
  triggerOf({ id, name, type, inputSchema: JSON.stringify(inputSchema) }),
);

test('a tenant with the triggers of the catalogue does not differ from the contract', () => {
  expect(contractDrift(night({ triggers: catalogue }))).toEqual([]);
});

test('what a tenant offers more, fewer or otherwise is told, and breaks nothing', () => {
  const [first, second, ...others] = catalogue;
  const drift = contractDrift(
    night({
      triggers: [
        ...others,
        triggerOf({ ...second, type: 'OTHER', inputSchema: schema('other') }),
        triggerOf({ id: 'idn:more' }),
      ],
    }),
  );

  expect(drift.every(({ breaking, severity }) => !breaking && severity === 'info')).toBe(true);
  expect(drift.map(({ change, subject, place }) => `${change} ${subject.id} ${place ?? ''}`)).toEqual(
    expect.arrayContaining([
      `went ${first?.id} `,
      `changed ${second?.id} type`,
      `came ${second?.id} input other`,
      'came idn:more ',
    ]),
  );
});
