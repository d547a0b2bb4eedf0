import { expect, test } from '@playwright/test';
import type { InvocationRecord } from '../records.ts';
import { createStore } from '../store.ts';
import { forgetFinished } from './forget-finished.ts';

const invocation = (n: number, completed: boolean): InvocationRecord => ({
  id: String(n),
  triggerId: 't',
  subscriptionId: 's',
  subscriptionName: 'n',
  type: 'TEST',
  secret: 's',
  input: {},
  contentJson: {},
  created: n,
  ...(completed && { completed: n }),
});

test('of many invocations the open ones and the latest 2000 are kept', () => {
  const store = createStore([]);
  for (let n = 1; n <= 4000; n += 1) {
    store.invocations.put(invocation(n, n !== 7));
    forgetFinished(store);
  }

  const ids = store.invocations.list().map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(['7', '2001']);
  expect(ids).toHaveLength(2001);
});
