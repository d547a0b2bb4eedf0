import { expect, test } from '@playwright/test';
import { accountLines, addAccounts, unbalanced } from './accounting.ts';
import { rightAccounting, usualSlo } from './testing.ts';

test('accounts are added up member by member, and stay balanced', () => {
  const sum = addAccounts([rightAccounting, null, rightAccounting]);

  expect(sum.invocations.accepted).toBe(2000);
  expect(sum.completions.completed).toBe(1000);
  expect(unbalanced(sum)).toEqual([]);
});

test('an account that does not add up is named', () => {
  const { deliveries } = rightAccounting;

  expect(unbalanced({ ...rightAccounting, deliveries: { ...deliveries, lost: 1 } })).toEqual([
    'expected = delivered + lost is off by -1',
  ]);
});

for (const [name, member] of [
  ['lost', { delivered: 999, lost: 1 }],
  ['doubled', { doubled: 1 }],
] as const)
  test(`one delivery that is ${name} breaks a limit of none`, () => {
    const deliveries = { ...rightAccounting.deliveries, ...member };
    const lines = accountLines({ ...rightAccounting, deliveries }, usualSlo);

    expect(lines.filter(({ ok }) => !ok)).toMatchObject([{ measure: name, note: '1 of 1000' }]);
  });
