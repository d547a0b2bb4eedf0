import { expect, test } from '@playwright/test';
import { approval, created, openTestLine, type TestLine } from './test-line.ts';

const failed = (message: string) => ({
  completed: expect.stringMatching(/^2026-01-01T/),
  completeInvocationInput: {
    localizedError: { locale: 'en-US', message: expect.stringContaining(message) },
    output: null,
  },
});

const ended = (at: string, output: unknown) => ({
  completed: `2026-01-01T00:00:${at}Z`,
  completeInvocationInput: { localizedError: null, output },
});

/** A tenant with one invocation on its way. */
const opened = async (mode: string, triggerId = approval) => {
  const line = await openTestLine();
  await line.subscribe({ triggerId, httpConfig: line.http(mode) });
  const [invocation] = await line.start({ triggerId });
  const [dispatch] = line.sent;
  if (!invocation || !dispatch) throw new Error('nothing was started');

  return { ...line, invocation, dispatch };
};

const only = async ({ statuses }: Pick<TestLine, 'statuses'>) => (await statuses())[0];

for (const mode of ['SYNC', 'DYNAMIC']) {
  test(`in mode ${mode} a 200 with an output completes the invocation at that time`, async () => {
    const line = await opened(mode);
    expect(await only(line)).toMatchObject({ completed: null });
    await line.clock.advance(2500);

    await line.dispatch.answer(200, { approved: false });

    expect(await only(line)).toMatchObject(ended('02.500', { approved: false }));
  });
}

for (const [mode, status] of [
  ['ASYNC', 200],
  ['DYNAMIC', 202],
] as const) {
  test(`in mode ${mode} a ${status} leaves the invocation open for its completion`, async () => {
    const line = await opened(mode);
    await line.dispatch.answer(status, {});
    await line.clock.advance(30_000);
    expect(await only(line)).toMatchObject({ completed: null });

    expect(await line.complete(line.invocation)).toBe(204);

    expect(await only(line)).toMatchObject(ended('30.000', { approved: true }));
  });
}

test('a FIRE_AND_FORGET event is done once it is answered, whatever the answer says', async () => {
  const line = await opened('ASYNC', created);

  await line.dispatch.answer(200, { approved: true });

  expect(await only(line)).toMatchObject(ended('00.000', null));
});

for (const status of [301, 401, 500]) {
  test(`an answer with ${status} fails the invocation`, async () => {
    const line = await opened('ASYNC');

    await line.dispatch.answer(status, {});

    expect(await only(line)).toMatchObject(failed(`answered ${status}`));
  });
}

test('a subscriber that cannot be reached fails the invocation', async () => {
  const line = await opened('SYNC');

  await line.dispatch.fail('ECONNREFUSED');

  expect(await only(line)).toMatchObject(failed('ECONNREFUSED'));
});

for (const [mode, triggerId] of [
  ['SYNC', approval],
  ['ASYNC', approval],
  ['DYNAMIC', approval],
  ['SYNC', created],
] as const) {
  test(`in mode ${mode} the subscriber of ${triggerId} has 10 s to answer, and no longer`, async () => {
    const line = await opened(mode, triggerId);

    await line.clock.advance(9999);
    expect(await only(line)).toMatchObject({ completed: null });
    expect(line.dispatch.signal.aborted).toBe(false);
    await line.clock.advance(1);

    expect(await only(line)).toMatchObject({
      ...failed('within 10 seconds'),
      completed: '2026-01-01T00:00:10.000Z',
    });
    expect(line.dispatch.signal.aborted).toBe(true);
  });
}

test('an answer that comes too late changes nothing', async () => {
  const line = await opened('SYNC');
  await line.clock.advance(10_000);

  await line.dispatch.answer(200, { approved: true });

  expect(await only(line)).toMatchObject(failed('within 10 seconds'));
});

test('an answer within its time counts, however late the clock then is', async () => {
  const line = await opened('SYNC');
  await line.dispatch.answer(200, { approved: true });

  await line.clock.advance(7_200_000);

  expect(await only(line)).toMatchObject(ended('00.000', { approved: true }));
});

test('a completion before the acknowledgement counts, and the acknowledgement changes nothing', async () => {
  const line = await opened('ASYNC');

  expect(await line.complete(line.invocation)).toBe(204);
  await line.dispatch.answer(500);

  expect(await only(line)).toMatchObject(ended('00.000', { approved: true }));
});

test('the answer to one dispatch does not end the invocation of another', async () => {
  const { subscribe, start, sent, statuses } = await openTestLine();
  await subscribe({ name: 'first' });
  await subscribe({ name: 'second' });
  await start({ triggerId: created });

  await sent[1]?.answer(500);

  expect(await statuses()).toMatchObject([
    { subscriptionName: 'first', completed: null },
    { subscriptionName: 'second', ...failed('answered 500') },
  ]);
});

test('closing breaks off what is on its way', async () => {
  const line = await opened('ASYNC');

  await line.tenant.dispatcher.close();
  await line.clock.advance(7_200_000);

  expect(line.dispatch.signal.aborted).toBe(true);
  expect(await only(line)).toMatchObject({ completed: null });
});
