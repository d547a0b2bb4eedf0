import { expect, test } from '@playwright/test';
import { judgeCompletion } from './completion.ts';

const open = { secret: 's', deadlineAt: 100 };

test('the right secret completes an open invocation', () => {
  expect(judgeCompletion(open, { secret: 's', now: 99 })).toEqual({ kind: 'accepted' });
});

test('without a deadline an invocation can be completed at any time', () => {
  expect(judgeCompletion({ secret: 's' }, { secret: 's', now: 1e12 })).toEqual({ kind: 'accepted' });
});

test('a completion at its deadline or later changes nothing', () => {
  for (const now of [100, 101]) {
    expect(judgeCompletion(open, { secret: 's', now })).toEqual({
      kind: 'ignored',
      reason: 'after-deadline',
    });
  }
});

test('a second completion changes nothing', () => {
  expect(judgeCompletion({ ...open, completed: 0 }, { secret: 's', now: 1 })).toEqual({
    kind: 'ignored',
    reason: 'second',
  });
});

test('a wrong secret is refused, be the invocation open or not', () => {
  for (const invocation of [open, { ...open, completed: 5 }]) {
    for (const secret of ['', 'S', 's ', 'other']) {
      expect(judgeCompletion(invocation, { secret, now: 6 })).toEqual({
        kind: 'refused',
        reason: 'wrong-secret',
      });
    }
  }
});

test('an unknown invocation is refused', () => {
  expect(judgeCompletion(undefined, { secret: 's', now: 0 })).toEqual({
    kind: 'refused',
    reason: 'unknown-invocation',
  });
});
