import { approval } from '../../dispatch/test-line.ts';
import { invocations } from './drafts.ts';
import type { Speak } from './speak.ts';

type Started = Readonly<{ id: string; secret: string }>;

/** Completions that are right, and those that are not. */
export const completing: Speak = async ({ send, sent, subscribe, tenant }) => {
  tenant.limits.REQUEST_RESPONSE = 50;
  const httpConfig = { url: 'http://127.0.0.1:9/', httpDispatchMode: 'ASYNC' };
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await subscribe({ name, triggerId: approval, httpConfig, responseDeadline: 'PT1H' });
  const event = { triggerId: approval, contentJson: {} };
  const { body } = await send('POST', `${invocations}/test`, { body: event });
  for (const dispatch of sent) await dispatch.answer(200, {});

  const [first, second, third, fourth, fifth] = body as readonly Started[];
  const output = { approved: true, comment: `Zoë ${'x'.repeat(300)}` };
  for (const [invocation, said, as] of [
    [first, { secret: 'wrong', output }, 'none'],
    [first, { secret: '', output }, 'none'],
    [first, { secret: second?.secret, output }, 'none'],
    [first, { secret: second?.secret, output }, 'full'],
    [first, { secret: first?.secret.slice(0, 8), output }, 'none'],
    [first, { secret: first?.secret.toUpperCase(), output }, 'none'],
    [first, { secret: ` ${first?.secret} `, output }, 'none'],
    [first, { output }, 'none'],
    [first, { secret: first?.secret }, 'none'],
    [first, { secret: first?.secret, output }, 'none'],
    [second, { secret: second?.secret, output }, 'full'],
    [third, { secret: third?.secret, output, error: 'away' }, 'none'],
    [fourth, { output }, 'full'],
    [fifth, { secret: 'wrong', output }, 'full'],
    [{ id: 'nobody' }, { secret: 'wrong', output }, 'none'],
  ] as const) {
    await send('POST', `${invocations}/${invocation?.id}/complete`, { as, body: said });
    await send('GET', `${invocations}/status`);
  }
};
