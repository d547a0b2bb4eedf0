import { expect, test } from '@playwright/test';
import { createMasker } from '../../client/masker.ts';
import { createApi } from './api.ts';
import { observe } from './judge.ts';
import { createSubscriptions } from './subscriptions.ts';
import { openMockTarget } from './targets/mock-target.ts';
import { aRecorder } from './testing/answers.ts';

test('what a test made is removed the last first, and nothing that another test made', async () => {
  const target = await openMockTarget({
    runId: '8f3c1d',
    version: 'beta',
    masker: createMasker(),
    mutant: undefined,
  });
  const of = (title: string) => {
    const recorder = aRecorder();
    const api = createApi({ client: target.client, version: 'beta', recorder });
    const skip = ({ reason }: Readonly<{ reason: string }>): never => {
      throw new Error(reason);
    };
    const triggers = ['idn:identity-created'];

    return { recorder, subscriptions: createSubscriptions({ api, target, recorder, title, triggers, skip }) };
  };
  const [one, other] = [of('one'), of('other')];
  target.listen((exchange) => observe(exchange, other.recorder));
  const { id: theirs } = await other.subscriptions.create();
  target.listen((exchange) => observe(exchange, one.recorder));
  const made = [];
  for (let count = 0; count < 3; count += 1) made.push((await one.subscriptions.create()).id);

  await one.subscriptions.removeAll();
  const open = target.ledger.open().map(({ id }) => id);
  const removed = one.recorder.exchanges
    .filter(({ operation }) => operation === 'deleteSubscription')
    .map(({ request }) => new URL(request.url).pathname.split('/').at(-1));
  await target.close();

  expect(removed).toEqual(made.toReversed());
  expect(open).toEqual([theirs]);
});
