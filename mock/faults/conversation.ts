import { type Answer, draft, openTestTenant, type TestTenant } from '../test-tenant.ts';
import type { Apply } from './mutant.ts';

type Send = TestTenant['send'];

/** One part of the conversation: requests in their order, on a tenant of its own. */
type Part = Readonly<{ quota?: number; speak: (tenant: TestTenant) => Promise<void> }>;

const subscriptions = '/beta/trigger-subscriptions';
const invocations = '/beta/trigger-invocations';
const url = 'http://127.0.0.1:9/';
const eventBridge = {
  name: 'bridge',
  triggerId: 'idn:source-created',
  type: 'EVENTBRIDGE',
  eventBridgeConfig: { awsAccount: '123456789012', awsRegion: 'eu-central-1' },
};
const basic = {
  ...draft.httpConfig,
  httpAuthenticationType: 'BASIC_AUTH',
  basicAuthConfig: { userName: 'u', password: 'p' },
};
const bearer = {
  ...draft.httpConfig,
  httpAuthenticationType: 'BEARER_TOKEN',
  bearerTokenAuthConfig: { bearerToken: 'b' },
};

/** What a tenant answers in each part, ids and times left out; each is asked for when it is needed. */
export const conversation = (apply: Apply): readonly (() => Promise<string>)[] =>
  parts.map(({ quota, speak }) => async () => {
    const heard: string[] = [];
    const opened = await openTestTenant(quota ? { quota: { requests: quota, windowMs: 10_000 } } : {});
    apply(opened.tenant);
    const send: Send = async (...request) => {
      const answer = await opened.send(...request);
      heard.push(toLine(request, answer));

      return answer;
    };
    const subscribe: TestTenant['subscribe'] = async (more) =>
      (await send('POST', subscriptions, { body: { ...draft, ...more } })).body as Readonly<
        Record<string, unknown>
      >;
    await speak({ ...opened, send, subscribe });

    return heard.join('\n');
  });

const toLine = ([method, path]: Parameters<Send>, { status, headers, text }: Answer): string => {
  const { date: _, ...rest } = headers;

  return [method, path, status, JSON.stringify(rest), text]
    .join(' ')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|"access_token":"[^"]+"/g, 'ID');
};

const authentication: Part['speak'] = async ({ send, tenant }) => {
  const { clientId, clientSecret } = tenant.clients.full;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const token = (body: string, type: string) =>
    send('POST', '/oauth/token', { as: 'none', body, headers: { 'content-type': type } });
  const part = ([name, value]: [string, string]) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  await token(String(form), 'application/x-www-form-urlencoded');
  await token(`${[...form].map(part).join('')}--x--\r\n`, 'multipart/form-data; boundary=x');
  await send('POST', `/oauth/token?${form}`, { as: 'none' });
  form.set('client_secret', 'wrong');
  await token(String(form), 'application/x-www-form-urlencoded');

  const expired = (await tenant.tokens.issue(tenant.clients.full, -60)).access_token;
  for (const sent of [
    { as: 'none' },
    { headers: { authorization: 'Bearer forged' } },
    { headers: { authorization: `Bearer ${expired}` } },
    { as: 'noscope' },
    { as: 'readonly' },
  ] as const) {
    for (const path of [
      '/beta/triggers?limit=0',
      '/v2024/triggers?limit=0',
      subscriptions,
      `${invocations}/status`,
    ]) {
      await send('GET', path, sent);
    }
    await send('POST', subscriptions, { ...sent, body: draft });
    await send('PUT', `${subscriptions}/x`, { ...sent, body: {} });
    await send('PATCH', `${subscriptions}/x`, { ...sent, body: [] });
    await send('DELETE', `${subscriptions}/x`, sent);
    await send('POST', `${invocations}/test`, { ...sent, body: {} });
  }
  tenant.faults.raise('listTriggers', { status: 500 });
  await send('GET', '/beta/triggers');
};

const lists: Part['speak'] = async ({ send, subscribe, tenant }) => {
  for (const [name, triggerId, type] of [
    ['b', 'idn:source-created', 'SCRIPT'],
    ['a', 'idn:source-created', 'INLINE'],
    ['c', 'idn:identity-created', 'HTTP'],
  ]) {
    await subscribe({ name, triggerId, type });
  }
  const triggers = [
    'count=true',
    'limit=2&count=true',
    'limit=2',
    'limit=2&offset=2',
    'limit=1&offset=30',
    'limit=1&count=true&filters=id eq "idn:source-created"',
    'filters=id eq "idn:source"',
    'filters=id ge "idn:source-deleted"',
    'filters=id le "idn:access-request-post-approval"',
    'filters=id ge "idn:source-created" and id le "idn:source-deleted"',
    'filters=id eq "idn:source-created" or id eq "idn:source-deleted"',
    'filters=not id ge "idn:campaign-ended"',
    'filters=id eq "idn:source-created" or id eq "idn:source-deleted" and id eq "idn:source-updated"',
    'filters=not id eq "idn:source-created" or id eq "idn:source-created"',
    'filters=(id eq "idn:source-created" or id eq "idn:source-deleted") and id eq "idn:source-deleted"',
    'filters=id eq "\\"" or id eq "idn:source-created"',
    'filters=name eq "Source Created"',
    'filters=id sw "idn"',
    'sorters=name',
    'sorters=-name&limit=3',
    'sorters=id,-name&limit=3',
  ];
  for (const query of triggers) await send('GET', `/beta/triggers?${query}`);
  const listed = [
    'limit=1&count=true',
    'limit=1&offset=1',
    'limit=2&offset=1',
    'filters=triggerId eq "idn:source-created"',
    'filters=type eq "HTTP"',
    'filters=type le "INLINE"',
    'filters=type ge "INLINE"',
    'filters=id le "f"',
    'filters=name eq "a"',
    'filters=triggerId eq "idn:source-created" and type eq "HTTP"',
    'sorters=triggerId',
    'sorters=-triggerId',
    'sorters=triggerId,triggerName',
  ];
  for (const query of listed) await send('GET', `${subscriptions}?${query}`);

  const [first] = tenant.store.subscriptions.list();
  for (let n = 0; first && n < 260; n += 1) tenant.store.subscriptions.put({ ...first, id: String(n) });
  await send('GET', `${subscriptions}?limit=250`);
  await send('GET', `${subscriptions}?limit=20&offset=20`);
};

const creation: Part['speak'] = async ({ send }) => {
  for (const body of [
    draft,
    {
      ...draft,
      name: 'x'.repeat(60),
      description: 'd',
      filter: '$.a',
      responseDeadline: 'PT5M',
      enabled: false,
    },
    eventBridge,
    { ...draft, httpConfig: basic },
    { ...draft, httpConfig: bearer },
    { ...draft, name: undefined },
    { ...draft, type: undefined },
    { ...draft, triggerId: undefined },
    { ...draft, type: 'FAX' },
    { ...draft, enabled: 'true' },
    { ...draft, httpConfig: undefined },
    { ...draft, httpConfig: { httpDispatchMode: 'SYNC' } },
    { ...draft, httpConfig: { url, httpDispatchMode: 'sync' } },
    { ...eventBridge, eventBridgeConfig: undefined },
    { ...eventBridge, eventBridgeConfig: { awsAccount: '123456789012' } },
    '{',
  ]) {
    await send('POST', subscriptions, { body });
  }
  await send('GET', subscriptions);
};

const changes: Part['speak'] = async ({ send, subscribe }) => {
  const full = { description: 'd', filter: '$.a', httpConfig: basic };
  const id = String((await subscribe(full)).id);
  await subscribe();
  const { triggerId, ...replacement } = { ...draft, name: 'put' };
  for (const body of [
    { ...replacement, httpConfig: { ...bearer, url: 'http://127.0.0.1:8/' } },
    { ...replacement, id: 'other' },
    { ...replacement, triggerId: 'idn:source-created' },
    { ...replacement, type: 'FAX' },
    { ...replacement, enabled: 'true' },
    { ...replacement, httpConfig: { url, httpDispatchMode: 'sync' } },
  ]) {
    await send('PUT', `${subscriptions}/${id}`, { body });
    await send('GET', subscriptions);
  }
  const patch = (...body: readonly Readonly<Record<string, unknown>>[]) =>
    send('PATCH', `${subscriptions}/${id}`, { body: body.length === 1 && !body[0]?.op ? body[0] : body });
  await patch({ op: 'add', path: '/description', value: 'd' }, { op: 'add', path: '/filter', value: '$.b' });
  for (const step of [
    { op: 'replace', path: '/name', value: 'n' },
    { op: 'replace', path: '/enabled', value: false },
    { op: 'replace', path: '/httpConfig/url', value: 'http://127.0.0.1:7/' },
    { op: 'copy', from: '/filter', path: '/description' },
    { op: 'move', from: '/filter', path: '/description' },
    { op: 'remove', path: '/description' },
    { op: 'test', path: '/name', value: 'n' },
    { op: 'merge', path: '/name', value: 'n' },
    { op: 'replace', path: '/id', value: 'n' },
    { op: 'replace', path: '/triggerId', value: triggerId },
    { op: 'replace', path: '/type', value: 'FAX' },
    { op: 'replace', path: '/enabled', value: 'yes' },
  ]) {
    await patch(step);
    await patch({ op: 'replace', path: '/name', value: `before ${step.path}` }, step);
    await send('GET', subscriptions);
  }
  await send('PATCH', `${subscriptions}/${id}`, { body: { op: 'replace', path: '/name', value: 'single' } });
  for (const unknown of [id, id, 'nobody']) await send('DELETE', `${subscriptions}/${unknown}`);
  await send('PUT', `${subscriptions}/nobody`, { body: replacement });
  await send('PATCH', `${subscriptions}/nobody`, { body: [] });
  await send('GET', subscriptions);
};

const limits: Part['speak'] = async ({ send }) => {
  const types = [draft, { ...draft, enabled: false }, { ...draft, type: 'INLINE', httpConfig: undefined }];
  let last: Answer | undefined;
  for (let n = 0; n < 52; n += 1) {
    const created = await send('POST', subscriptions, { body: types[n % types.length] });
    if (created.status === 201) last = created;
  }
  await send('DELETE', `${subscriptions}/${(last?.body as { id?: string } | undefined)?.id}`);
  await send('POST', subscriptions, { body: draft });
  const slot = { ...draft, triggerId: 'idn:access-request-pre-approval' };
  await Promise.all([1, 2].map(() => send('POST', subscriptions, { body: slot })));
  await send('POST', subscriptions, { body: slot });
  await send('GET', `${subscriptions}?count=true&limit=0`);
};

const testing: Part['speak'] = async ({ send, subscribe }) => {
  const [first] = [await subscribe({ enabled: false }), await subscribe()];
  const event = { triggerId: draft.triggerId, contentJson: { a: 1 } };
  for (const body of [
    event,
    { ...event, subscriptionIds: [first.id] },
    { ...event, triggerId: 'idn:source-deleted' },
    { triggerId: draft.triggerId },
  ]) {
    await send('POST', `${invocations}/test`, { body });
  }
  const { body: started } = await send('POST', `${invocations}/test`, { body: event });
  const [one] = (started ?? []) as readonly Readonly<{ id: string; secret: string }>[];
  for (const [id, body] of [
    [one?.id, { secret: 'wrong', output: { a: 1 } }],
    [one?.id, { secret: one?.secret }],
    [one?.id, { secret: one?.secret, output: { a: 1 } }],
    ['nobody', { secret: 'none', output: {} }],
  ] as const) {
    await send('POST', `${invocations}/${id}/complete`, { as: 'none', body });
    await send('GET', `${invocations}/status`);
  }
};

const quota: Part['speak'] = async ({ send, clock }) => {
  for (const [method, path, as] of [
    ['GET', '/beta/triggers', 'full'],
    ['GET', '/beta/triggers', 'full'],
    ['GET', '/beta/triggers', 'full'],
    ['GET', '/beta/triggers', 'full'],
    ['DELETE', `${subscriptions}/nobody`, 'full'],
    ['GET', '/beta/triggers', 'readonly'],
    ['GET', '/v2025/triggers', 'full'],
  ] as const) {
    await send(method, `${path}?limit=0`, { as });
  }
  await clock.advance(5000);
  await send('GET', '/beta/triggers?limit=0');
};

const parts: readonly Part[] = [
  { quota: 2, speak: quota },
  ...[testing, creation, changes, authentication, limits, lists].map((speak) => ({ speak })),
];
