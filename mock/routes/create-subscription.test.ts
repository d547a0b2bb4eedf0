import { expect, test } from '@playwright/test';
import { causeOf, draft, openTestTenant } from '../test-tenant.ts';

const path = '/beta/trigger-subscriptions';
const preApproval = 'idn:access-request-pre-approval';

test('a subscription is answered as it was sent, with id, trigger name and defaults', async () => {
  const { send } = await openTestTenant();

  const created = await send('POST', path, {
    body: { ...draft, description: 'd', filter: '$.identity', extra: 1 },
  });

  expect(created.status).toBe(201);
  expect(created.body).toEqual({
    ...draft,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    description: 'd',
    filter: '$.identity',
    triggerName: 'Identity Created',
    responseDeadline: 'PT1H',
    enabled: true,
    httpConfig: { ...draft.httpConfig, httpAuthenticationType: 'NO_AUTH' },
  });
});

test('what was created is listed as it was answered', async () => {
  const { send, subscribe } = await openTestTenant();
  const created = await subscribe();

  expect((await send('GET', path)).body).toEqual([created]);
});

const { httpConfig: _, ...withoutConfig } = draft;
const refused: readonly (readonly [why: string, body: unknown, cause: string])[] = [
  ['no name', { ...draft, name: undefined }, 'name'],
  ['no trigger', { ...draft, triggerId: undefined }, 'triggerId'],
  ['no type', { ...draft, type: undefined }, 'type'],
  ['an unknown trigger', { ...draft, triggerId: 'idn:nothing' }, 'triggerId'],
  ['an unknown type', { ...draft, type: 'FAX' }, 'type'],
  ['a name that is no text', { ...draft, name: 1 }, 'name'],
  ['enabled as a text', { ...draft, enabled: 'true' }, 'enabled'],
  [
    'no httpDispatchMode',
    { ...draft, httpConfig: { url: 'http://127.0.0.1:9/' } },
    'httpConfig.httpDispatchMode',
  ],
  ['no url', { ...draft, httpConfig: { httpDispatchMode: 'SYNC' } }, 'httpConfig.url'],
  [
    'an unknown mode',
    { ...draft, httpConfig: { ...draft.httpConfig, httpDispatchMode: 'sync' } },
    'httpConfig.httpDispatchMode',
  ],
  ['HTTP without httpConfig', withoutConfig, 'httpConfig'],
  ['EVENTBRIDGE without eventBridgeConfig', { ...withoutConfig, type: 'EVENTBRIDGE' }, 'eventBridgeConfig'],
  [
    'BASIC_AUTH without its config',
    { ...draft, httpConfig: { ...draft.httpConfig, httpAuthenticationType: 'BASIC_AUTH' } },
    'httpConfig.basicAuthConfig',
  ],
  [
    'BEARER_TOKEN without its config',
    { ...draft, httpConfig: { ...draft.httpConfig, httpAuthenticationType: 'BEARER_TOKEN' } },
    'httpConfig.bearerTokenAuthConfig',
  ],
  ...['1 hour', 'P', 'PT', '', '-PT1H', 'pt1h', 'P1H', '3600'].map(
    (responseDeadline): [string, unknown, string] => [
      `the deadline "${responseDeadline}"`,
      { ...draft, responseDeadline },
      'responseDeadline',
    ],
  ),
  ['a list', [], 'body'],
  ['null', null, 'body'],
  ['broken JSON', '{"a":', 'body'],
  ['nothing', '', 'body'],
];

for (const [why, body, cause] of refused) {
  test(`${why} is refused with 400, and the cause names ${cause}`, async () => {
    const { send } = await openTestTenant();

    const answer = await send('POST', path, { body });

    expect(answer.status).toBe(400);
    expect(causeOf(answer)).toMatch(new RegExp(`^${cause}: `));
    expect((await send('GET', path)).body).toEqual([]);
  });
}

for (const responseDeadline of ['PT1H', 'PT24H', 'P1D', 'P1DT2H3M4.5S', 'PT0.5S', 'P2W']) {
  test(`the deadline ${responseDeadline} is taken`, async () => {
    const { subscribe } = await openTestTenant();

    expect(await subscribe({ responseDeadline })).toMatchObject({ responseDeadline });
  });
}

for (const [type, config] of [
  ['EVENTBRIDGE', { eventBridgeConfig: { awsAccount: '123456789012', awsRegion: 'eu-central-1' } }],
  ['WORKFLOW', { workflowConfig: { workflowId: 'w' } }],
  ['INLINE', {}],
  ['SCRIPT', {}],
] as const) {
  test(`a subscription of type ${type} is kept with its config`, async () => {
    const { subscribe } = await openTestTenant();

    expect(await subscribe({ httpConfig: undefined, type, ...config })).toMatchObject({ type, ...config });
  });
}

test('the media type has to be JSON', async () => {
  const { send } = await openTestTenant();

  const answer = await send('POST', path, {
    body: JSON.stringify(draft),
    headers: { 'content-type': 'text/plain' },
  });

  expect(answer.status).toBe(400);
  expect(causeOf(answer)).toContain('application/json');
});

test('a charset behind the media type does no harm', async () => {
  const { send } = await openTestTenant();
  const headers = { 'content-type': 'Application/JSON; charset=utf-8' };

  expect((await send('POST', path, { body: draft, headers })).status).toBe(201);
});

test('a fire-and-forget trigger takes 50 of 60 simultaneous subscriptions', async () => {
  const { send } = await openTestTenant();

  const answers = await Promise.all(Array.from({ length: 60 }, () => send('POST', path, { body: draft })));

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
});

test('a request-response trigger takes one, and its place is free again once it is deleted', async () => {
  const { send, subscribe } = await openTestTenant();
  const { id } = await subscribe({ triggerId: preApproval });
  expect((await send('POST', path, { body: { ...draft, triggerId: preApproval } })).status).toBe(400);

  await send('DELETE', `${path}/${id}`);

  expect((await send('POST', path, { body: { ...draft, triggerId: preApproval } })).status).toBe(201);
});
