import { expect, test } from '@playwright/test';
import { openTestLine, type TestLine } from '../dispatch/test-line.ts';
import { behaveUnderLoad } from './behave-under-load.ts';
import type { LoadBehaviour } from './behaviour.ts';

const triggerId = 'idn:identity-created';

const opened = async (behaviour: LoadBehaviour): Promise<TestLine> => {
  const line = await openTestLine();
  await line.subscribe();
  behaveUnderLoad(line.tenant, behaviour);

  return line;
};

const startMany = async ({ start }: TestLine, events: number): Promise<void> => {
  for (let n = 0; n < events; n += 1) await start({ triggerId, input: { n } });
};

/** Resolves when a request is in the queue. */
const firstArrival = ({ tenant: { seams } }: TestLine): Promise<void> =>
  new Promise((resolve) => {
    const { serve } = seams;
    seams.serve = (work) => {
      const served = serve(work);
      resolve();

      return served;
    };
  });

test('a request is answered when its service is over, and does its work then', async () => {
  const line = await opened({ service: 10, workers: 1 });
  const arrived = firstArrival(line);
  const started = line.start({ triggerId });
  await arrived;
  await line.clock.advance(9);
  expect(line.sent).toHaveLength(0);

  await line.clock.advance(1);

  expect(await started).toHaveLength(1);

  expect(line.sent).toHaveLength(1);
});

test('the token endpoint answers beside the queue', async () => {
  const { tenant, send } = await opened({ freeze: { start: 0, duration: 1000 } });
  const { clientId, clientSecret } = tenant.clients.full;

  const answer = await send('POST', '/oauth/token', {
    as: 'none',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`,
  });

  expect(answer.status).toBe(200);
});

test('an event leaves after the delay, and its start is answered at once', async () => {
  const line = await opened({ dispatchDelay: 500 });
  await line.start({ triggerId });
  await line.clock.advance(499);
  expect(line.sent).toHaveLength(0);

  await line.clock.advance(1);

  expect(line.sent).toHaveLength(1);
});

test('a status comes into sight after the delay, first as it was then', async () => {
  const line = await opened({ statusDelay: 700 });
  await line.start({ triggerId });
  await line.clock.advance(300);
  await line.sent[0]?.answer(200);
  expect(await line.statuses()).toEqual([]);

  await line.clock.advance(400);
  expect(await line.statuses()).toMatchObject([{ completed: null }]);
  await line.clock.advance(300);

  expect(await line.statuses()).toMatchObject([
    { completed: '2026-01-01T00:00:00.300Z', completeInvocationInput: { localizedError: null } },
  ]);
});

test('a share of events is dropped and another doubled, the same every time, and both are counted', async () => {
  const behaviour = { dropDispatch: 0.1, duplicateDispatch: 0.2 };
  const copiesOf = ({ sent }: TestLine) =>
    Array.from({ length: 400 }, (_, n) => sent.filter(({ event }) => event.n === n).length);
  const [one, other] = [await opened(behaviour), await opened(behaviour)];
  await startMany(one, 400);
  await startMany(other, 400);

  const copies = copiesOf(one);
  const { dropped, duplicated } = one.tenant.counts.read();
  expect(copies.filter((count) => count === 0)).toHaveLength(dropped);
  expect(copies.filter((count) => count === 2)).toHaveLength(duplicated);
  expect(Math.abs(dropped - 40)).toBeLessThan(20);
  expect(Math.abs(duplicated - 80)).toBeLessThan(30);
  expect(copiesOf(other)).toEqual(copies);
});

test('which events are dropped does not depend on how many are doubled', async () => {
  const droppedOf = async (duplicateDispatch: number) => {
    const line = await opened({ dropDispatch: 0.2, duplicateDispatch });
    await startMany(line, 100);

    return Array.from({ length: 100 }, (_, n) => n).filter(
      (n) => !line.sent.some(({ event }) => event.n === n),
    );
  };

  expect(await droppedOf(0.5)).toEqual(await droppedOf(0));
});

test('a tenant that is broken as well stays so', async () => {
  const line = await openTestLine();
  await line.subscribe();
  const { dispatch } = line.tenant.seams;
  dispatch.send = (request, exchange) => exchange({ ...request, body: '{"broken":true}' });
  behaveUnderLoad(line.tenant, { dispatchDelay: 500 });

  await line.start({ triggerId });
  await line.clock.advance(500);

  expect(line.sent).toMatchObject([{ event: { broken: true } }]);
});

test('of a doubled event the first answer ends the invocation', async () => {
  const line = await opened({ duplicateDispatch: 1 });
  await line.start({ triggerId });
  await line.sent[0]?.answer(500);
  await line.sent[1]?.answer(200);

  expect(line.sent).toHaveLength(2);
  expect(await line.statuses()).toMatchObject([
    { completeInvocationInput: { localizedError: { message: expect.any(String) } } },
  ]);
});
