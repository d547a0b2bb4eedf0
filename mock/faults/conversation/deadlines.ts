import { approval } from '../../dispatch/test-line.ts';
import { invocations, subscriptions } from './drafts.ts';
import type { Speak } from './speak.ts';

const event = { triggerId: approval, contentJson: {} };
const url = 'http://127.0.0.1:9/';

/** Answers that do not come, and completions that do not. */
export const deadlines: Speak = async ({ clock, send, sent, subscribe, tenant }) => {
  tenant.limits.REQUEST_RESPONSE = 50;
  for (const httpDispatchMode of ['SYNC', 'ASYNC', 'DYNAMIC']) {
    for (const responseDeadline of ['PT6S', 'PT1H'])
      await subscribe({ triggerId: approval, httpConfig: { url, httpDispatchMode }, responseDeadline });
  }
  const httpConfig = { url, httpDispatchMode: 'ASYNC' };
  const { id } = await subscribe({ triggerId: approval, httpConfig, responseDeadline: 'PT1H' });
  await send('PATCH', `${subscriptions}/${id}`, {
    body: [{ op: 'replace', path: '/responseDeadline', value: 'PT4S' }],
  });
  await send('POST', `${invocations}/test`, { body: event });
  for (const seconds of [2, 2, 3, 2, 2]) {
    await clock.advance(seconds * 1000);
    await send('GET', `${invocations}/status`);
  }

  const { body } = await send('POST', `${invocations}/test`, { body: event });
  for (const dispatch of sent.slice(7)) await dispatch.answer(202, {});
  for (const seconds of [2, 2, 3, 6, 3000, 700, 4000]) {
    await clock.advance(seconds * 1000);
    await send('GET', `${invocations}/status`);
  }
  for (const { id, secret } of body as readonly Readonly<{ id: string; secret: string }>[])
    await send('POST', `${invocations}/${id}/complete`, { as: 'none', body: { secret, output: {} } });
  await send('GET', `${invocations}/status`);
};

/** What is forgotten, and when. */
export const retention: Speak = async ({ clock, send, sent, subscribe, tenant }) => {
  tenant.limits.REQUEST_RESPONSE = 50;
  for (const name of ['succeeds', 'fails', 'stays'])
    await subscribe({ name, triggerId: approval, responseDeadline: 'P90D' });
  await send('POST', `${invocations}/test`, { body: event });
  await sent[0]?.answer(200, {});
  await sent[1]?.answer(500);
  for (const hours of [0, 11, 2, 10.5, 1, 23, 1, 480]) {
    await clock.advance(hours * 3_600_000);
    await send('GET', `${invocations}/status`);
  }
  const [first] = tenant.store.invocations.list();
  for (let n = 0; first && n < 2001; n += 1)
    tenant.store.invocations.put({ ...first, id: String(n), completed: clock.now() });
  await send('GET', `${invocations}/status?offset=2000`);
};
