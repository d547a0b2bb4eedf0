import type { SentDispatch } from '../../dispatch/fake-subscriber.ts';
import { approval } from '../../dispatch/test-line.ts';
import { basic, bearer, eventBridge, invocations, subscriptions } from './drafts.ts';
import type { Line, Speak } from './speak.ts';

type Answering = (dispatch: SentDispatch) => Promise<void>;

const event = {
  triggerId: approval,
  contentJson: { a: 1 },
  input: {
    id: 'r1',
    items: [{ id: 'a', amount: 3, name: 'Zoë', owner: null }, { id: 'b' }],
    text: ' a\r\n<b>&',
    long: 'y'.repeat(300),
    none: [],
  },
};
const ways = [{ httpAuthenticationType: 'NO_AUTH' }, basic, bearer];
const url = 'http://127.0.0.1:9/hook/one?tenant=a&kind=b';

/** Every mode and kind of credentials, and every kind of answer. */
export const dispatching: Speak = async (line) => {
  const { clock, subscribe, tenant } = line;
  tenant.limits.REQUEST_RESPONSE = 50;
  for (const httpDispatchMode of ['SYNC', 'ASYNC', 'DYNAMIC']) {
    for (const way of ways) {
      await subscribe({ triggerId: approval, httpConfig: { ...way, url, httpDispatchMode } });
    }
  }
  const forgotten = [
    await subscribe({ httpConfig: { ...basic, url } }),
    await subscribe({ httpConfig: { ...basic, url, httpDispatchMode: 'ASYNC' } }),
  ];

  for (const [status, body] of [
    [200, { approved: true }],
    [200, undefined],
    [202, { approved: true }],
    [401, {}],
    [404, {}],
    [500, {}],
    [503, {}],
  ] as const) {
    await round(line, (dispatch) => dispatch.answer(status, body));
    await clock.advance(1000);
  }
  await round(line, (dispatch) => dispatch.fail('ECONNREFUSED'));
  await round(line, async () => undefined);
  await clock.advance(11_000);
  const subscriptionIds = forgotten.map(({ id }) => id);
  await line.send('POST', `${invocations}/test`, {
    body: { ...event, triggerId: 'idn:identity-created', subscriptionIds },
  });
  await clock.advance(1000);
  await line.send('GET', `${invocations}/status?limit=20&sorters=-created`);
};

/** What a change of the subscription changes. */
export const changing: Speak = async (line) => {
  const { send, subscribe, tenant } = line;
  tenant.limits.REQUEST_RESPONSE = 50;
  for (const way of ways) {
    const draft = { triggerId: approval, httpConfig: { ...way, url }, filter: '$.id' };
    const { id } = await subscribe(draft);
    await round(line, (dispatch) => dispatch.answer(200, {}));
    const path = `${subscriptions}/${id}`;
    const config = {
      ...way,
      url: `${url}2`,
      httpDispatchMode: 'ASYNC',
      ...('basicAuthConfig' in way && { basicAuthConfig: { userName: 'u', password: 'ä:2' } }),
      ...('bearerTokenAuthConfig' in way && { bearerTokenAuthConfig: { bearerToken: 'B2' } }),
    };
    await send('PUT', path, { body: { name: 'n', type: 'HTTP', httpConfig: config, filter: '$.items' } });
    await round(line, (dispatch) => dispatch.answer(200, {}));
    for (const [step, value] of [
      ['/httpConfig/basicAuthConfig/password', 'p3'],
      ['/httpConfig/bearerTokenAuthConfig/bearerToken', 'B3'],
      ['/httpConfig/httpAuthenticationType', 'NO_AUTH'],
      ['/filter', '$.nope'],
    ]) {
      await send('PATCH', path, { body: [{ op: 'replace', path: step, value }] });
      await round(line, (dispatch) => dispatch.answer(200, {}));
    }
  }
  const { eventBridgeConfig } = eventBridge;
  const put = await subscribe({ httpConfig: { ...basic, url } });
  await send('PUT', `${subscriptions}/${put.id}`, {
    body: { name: 'n', type: 'EVENTBRIDGE', eventBridgeConfig },
  });
  const patched = await subscribe({ httpConfig: { ...basic, url } });
  await send('PATCH', `${subscriptions}/${patched.id}`, {
    body: [
      { op: 'replace', path: '/type', value: 'EVENTBRIDGE' },
      { op: 'add', path: '/eventBridgeConfig', value: eventBridgeConfig },
    ],
  });
  await round(line, (dispatch) => dispatch.answer(200, {}));
};

/** Sends one event to all, has each answered, and looks at what became of them. */
const round = async ({ send, sent }: Line, answer: Answering): Promise<void> => {
  const before = sent.length;
  for (const triggerId of [event.triggerId, 'idn:identity-created'])
    await send('POST', `${invocations}/test`, { body: { ...event, triggerId } });
  for (const dispatch of sent.slice(before)) await answer(dispatch);
  await send('GET', `${invocations}/status`);
};
