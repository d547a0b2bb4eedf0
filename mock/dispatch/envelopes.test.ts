import { expect, test } from '@playwright/test';
import { approval, created, openTestLine } from './test-line.ts';

const input = { identity: { id: 'i1' } };

test('an event is sent once to each subscription, as a POST of JSON to its url', async () => {
  const { subscribe, http, start, sent } = await openTestLine();
  await subscribe({ httpConfig: http('SYNC', { url: 'http://127.0.0.1:9/a' }) });
  await subscribe({ httpConfig: http('ASYNC', { url: 'http://127.0.0.1:9/b' }), enabled: false });

  await start({ triggerId: created, input });

  expect(sent.map(({ request }) => request)).toEqual(
    ['/a', '/b'].map((path) => ({
      method: 'POST',
      url: `http://127.0.0.1:9${path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })),
  );
});

test('other triggers, subscriptions that are not named and filters that do not match get nothing', async () => {
  const { subscribe, start, sent, statuses } = await openTestLine();
  const named = await subscribe();
  const filtered = await subscribe({ filter: '$[?(@.identity.name == "nobody")]' });
  await subscribe();
  await subscribe({ triggerId: 'idn:source-created' });

  const invocations = await start({
    triggerId: created,
    subscriptionIds: [named.id, filtered.id, 'nobody'],
  });

  expect(invocations).toHaveLength(1);
  expect(sent).toHaveLength(1);
  expect(await statuses()).toMatchObject([{ subscriptionId: named.id }]);
});

test('without an input the sample input of the trigger is sent', async () => {
  const { subscribe, start, sent, tenant } = await openTestLine();
  await subscribe();

  await start({ triggerId: created });

  expect(sent[0]?.event).toEqual(tenant.store.triggers.find(created)?.exampleInput);
});

for (const [mode, enveloped] of [
  ['SYNC', false],
  ['ASYNC', true],
  ['DYNAMIC', true],
] as const) {
  test(`in mode ${mode} the event ${enveloped ? 'says how to complete it' : 'is the bare input'}`, async () => {
    const { subscribe, http, start, sent } = await openTestLine();
    await subscribe({ triggerId: approval, httpConfig: http(mode) });

    const [invocation] = await start({ input });

    expect(sent[0]?.event).toEqual({
      ...input,
      ...(enveloped && {
        _metadata: {
          callbackURL: `http://tenant.invalid/beta/trigger-invocations/${invocation?.id}/complete`,
          responseMode: 'async',
          secret: invocation?.secret,
          triggerId: approval,
          triggerType: 'requestResponse',
        },
      }),
    });
  });
}

test('the callbackURL is of the version in which the invocation was started', async () => {
  const { subscribe, http, start, sent } = await openTestLine();
  await subscribe({ triggerId: approval, httpConfig: http('ASYNC') });

  const [invocation] = await start({}, '/trigger-invocations/v1/test');

  expect(sent[0]?.event._metadata).toMatchObject({
    callbackURL: `http://tenant.invalid/trigger-invocations/v1/${invocation?.id}/complete`,
  });
});

for (const [type, config, header] of [
  ['NO_AUTH', {}, undefined],
  ['BASIC_AUTH', { basicAuthConfig: { userName: 'u', password: 'p' } }, 'Basic dTpw'],
  ['BEARER_TOKEN', { bearerTokenAuthConfig: { bearerToken: 'b' } }, 'Bearer b'],
] as const) {
  test(`with ${type} an event carries ${header ?? 'no credentials'}`, async () => {
    const { subscribe, http, start, sent } = await openTestLine();
    await subscribe({ httpConfig: http('SYNC', { httpAuthenticationType: type, ...config }) });

    await start({ triggerId: created });

    expect(sent[0]?.request.headers.authorization).toBe(header);
  });
}

for (const [type, config] of [
  ['EVENTBRIDGE', { eventBridgeConfig: { awsAccount: '123456789012', awsRegion: 'eu-central-1' } }],
  ['WORKFLOW', { workflowConfig: { workflowId: 'w' } }],
  ['INLINE', {}],
  ['SCRIPT', {}],
] as const) {
  test(`a subscription of type ${type} gets no request, and its invocation is listed`, async () => {
    const { subscribe, start, sent, statuses, complete } = await openTestLine();
    const subscription = { type, httpConfig: undefined, ...config };
    await subscribe({ ...subscription, name: 'told', triggerId: created });
    await subscribe({ ...subscription, name: 'asked', triggerId: approval });

    await start({ triggerId: created });
    const [asked] = await start();
    expect(await statuses()).toMatchObject([
      { subscriptionName: 'told', completeInvocationInput: { localizedError: null, output: null } },
      { subscriptionName: 'asked', completed: null },
    ]);
    expect(asked && (await complete(asked))).toBe(204);

    expect((await statuses())[1]).toMatchObject({
      completeInvocationInput: { localizedError: null, output: { approved: true } },
    });
    expect(sent).toEqual([]);
  });
}
