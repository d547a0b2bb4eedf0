import { expect, test } from '@playwright/test';
import { expectOnlyDefectRefused, expectUnchanged } from './refusals.ts';
import type { Subscriptions } from './subscriptions.ts';
import { answered, aRecorder } from './testing/answers.ts';

const draft = { name: 'mine', enabled: false };
const defect = { name: 'without a name', change: () => ({ enabled: false }) };

/** Subscriptions whose creations are answered by these statuses, one after the other. */
const answering = (recorder: ReturnType<typeof aRecorder>, ...statuses: readonly number[]) => {
  const sent: unknown[] = [];
  const left = [...statuses];
  const attempt = async (body: unknown) => {
    sent.push(body);
    return answered({ operation: 'createSubscription', status: left.shift() ?? 500, body: {} }, recorder);
  };

  return { sent, subscriptions: { draft: () => draft, attempt } as unknown as Subscriptions };
};

test('the defect is refused, and the same without it is accepted', async () => {
  const { sent, subscriptions } = answering(aRecorder(), 400, 201);

  await expectOnlyDefectRefused(subscriptions, defect);

  expect(sent).toEqual([{ enabled: false }, draft]);
});

test('a refusal for another reason is noticed: the right request is refused as well', async () => {
  const recorder = aRecorder('subscriptions.create.stored');
  const { subscriptions } = answering(recorder, 400, 400);

  await expect(expectOnlyDefectRefused(subscriptions, defect)).rejects.toThrow('expected 201');

  expect(recorder.violations).toMatchObject([{ clause: 'subscriptions.create', status: 201 }]);
});

test('a defect that is accepted breaks the promise of the test', async () => {
  const recorder = aRecorder('subscriptions.create.stored');
  const { subscriptions } = answering(recorder, 201, 201);

  await expect(expectOnlyDefectRefused(subscriptions, defect)).rejects.toThrow('expected 400, seen 201');

  expect(recorder.violations).toMatchObject([{ clause: 'subscriptions.create.stored' }]);
});

test('after a refusal the record is as it was', () => {
  const recorder = aRecorder();
  const refused = answered({ status: 400, body: {} }, recorder);
  const listed = (record: object) => ({ answer: refused, records: [{ ...record }] });

  expectUnchanged(refused, listed({ ...draft, id: '1' }), draft);
  expect(() => expectUnchanged(refused, listed({ ...draft, enabled: true }), draft)).toThrow(
    'expected enabled false, seen enabled true',
  );
  expect(recorder.violations).toHaveLength(1);
});
