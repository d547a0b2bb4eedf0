import { expect, test } from '@playwright/test';
import { virtualClock } from './clock.ts';
import { seededRandom } from './random.ts';
import { type RunningMock, startMock } from './server.ts';

/** What the vendor's client libraries put on the wire, in the forms in which they were seen. */
type Library = Readonly<{
  version: 'beta' | 'v2024' | 'v1';
  headers: Readonly<Record<string, string>>;
  token: (client: Readonly<{ clientId: string; clientSecret: string }>) => RequestInit;
  /** How a query is spelled: order and blanks differ. */
  query: string;
  json: (value: object) => string;
  /** What a library fills in where the caller set nothing. */
  fills: object;
}>;

const boundary = '--------------------------81bb647183b9d7d576251174';
const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (text: string): RequestInit => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: text,
});
const filled = { responseDeadline: 'PT1H', enabled: true };

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;

  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
};
const escapes = { '&': '\\u0026', '<': '\\u003c', '>': '\\u003e' } as const;

const libraries: Readonly<Record<string, Library>> = {
  npm: {
    version: 'v2024',
    headers: {
      Accept: 'application/json, text/plain, */*',
      'X-SailPoint-SDK': 'typescript-1.4.15',
      'X-SailPoint-Experimental': 'true',
    },
    token: ({ clientId, clientSecret }) => ({
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
      body: `${part('grant_type', 'client_credentials')}${part('client_id', clientId)}${part('client_secret', clientSecret)}--${boundary}--\r\n`,
    }),
    query:
      'limit=2&offset=0&count=true&filters=triggerId+eq+%22idn%3Asource-created%22+or+triggerId+eq+%22idn%3Asource-deleted%22&sorters=-triggerId%2CtriggerName',
    json: (value) => JSON.stringify(value),
    fills: {},
  },
  python: {
    version: 'v1',
    headers: { Accept: 'application/json', 'Accept-Encoding': 'identity' },
    token: ({ clientId, clientSecret }) =>
      form(`grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`),
    query:
      'limit=2&offset=0&count=true&filters=triggerId%20eq%20%22idn%3Asource-created%22%20or%20triggerId%20eq%20%22idn%3Asource-deleted%22&sorters=-triggerId%2CtriggerName',
    // The indentation stands for the blanks behind each comma and colon.
    json: (value) => JSON.stringify(value, null, 1).replaceAll('ü', '\\u00fc'),
    fills: filled,
  },
  go: {
    version: 'beta',
    headers: { Accept: 'application/json', 'Accept-Encoding': 'gzip' },
    token: ({ clientId, clientSecret }) =>
      form(`client_id=${clientId}&client_secret=${clientSecret}&grant_type=client_credentials`),
    query:
      'count=true&filters=triggerId+eq+%22idn%3Asource-created%22&limit=2&offset=0&sorters=-triggerId%2CtriggerName',
    json: (value) =>
      `${JSON.stringify(sorted(value)).replace(/[&<>]/g, (letter) => escapes[letter as keyof typeof escapes])}\n`,
    fills: filled,
  },
};

const pathOf = (version: Library['version'], resource: string, rest = ''): string =>
  version === 'v1' ? `/${resource}/v1${rest}` : `/${version}/${resource}${rest}`;

type Sent = Readonly<{ status: number; type: string | null; total: string | null; body: unknown }>;

const connect = async (mock: RunningMock, library: Library) => {
  const asked = await fetch(`${mock.url}/oauth/token`, {
    method: 'POST',
    ...library.token(mock.clients.full),
  });
  const { access_token: token } = (await asked.json()) as Readonly<{ access_token: string }>;

  return async (method: string, path: string, value?: object, type = 'application/json'): Promise<Sent> => {
    const answer = await fetch(`${mock.url}${path}`, {
      method,
      headers: {
        ...library.headers,
        Authorization: `Bearer ${token}`,
        ...(value && { 'Content-Type': type }),
      },
      ...(value && { body: library.json(value) }),
    });
    const text = await answer.text();

    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      total: answer.headers.get('x-total-count'),
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
};

const httpConfig = {
  url: 'http://127.0.0.1:9/hook?a=1&b=<2>',
  httpDispatchMode: 'ASYNC',
  httpAuthenticationType: 'BASIC_AUTH',
  basicAuthConfig: { userName: 'u', password: 'p4ssw0rd-für-u' },
};

for (const [name, library] of Object.entries(libraries)) {
  const { version, fills, query } = library;
  const subscriptions = (rest = '') => pathOf(version, 'trigger-subscriptions', rest);
  const invocations = (rest: string) => pathOf(version, 'trigger-invocations', rest);

  test(`serves the ten requests as the ${name} library sends them`, async () => {
    await using mock = await startMock({ clock: virtualClock(), random: seededRandom(name) });
    const send = await connect(mock, library);
    const draft = {
      name: 'für & <alle>',
      triggerId: 'idn:access-request-pre-approval',
      type: 'HTTP',
      httpConfig,
      ...fills,
    };

    const created = await send('POST', subscriptions(), draft);
    const subscription = created.body as Readonly<Record<string, unknown>>;
    const id = String(subscription.id);
    expect(created).toMatchObject({
      status: 201,
      body: { name: draft.name, httpConfig: { url: httpConfig.url } },
    });

    const { id: _, triggerId: __, triggerName: ___, ...readAgain } = subscription;
    const replaced = await send('PUT', subscriptions(`/${id}`), { ...readAgain, ...fills, name: 'replaced' });
    expect(replaced).toMatchObject({ status: 200, body: { id, name: 'replaced' } });

    const patch = [
      { op: 'replace', path: '/name', value: 'n' },
      { op: 'add', path: '/filter', value: '$.accessRequestId' },
      { op: 'replace', path: '/httpConfig/url', value: 'http://127.0.0.1:9/u' },
    ];
    const patched = await send('PATCH', subscriptions(`/${id}`), patch, 'application/json-patch+json');
    expect(patched).toMatchObject({ status: 200, body: { name: 'n', filter: '$.accessRequestId' } });

    const validated = await send('POST', subscriptions('/validate-filter'), {
      input: { a: 1 },
      filter: '$.a',
    });
    expect(validated).toMatchObject({
      status: 200,
      body: { isValid: true, isValidJSONPath: true, isPathExist: true },
    });

    const started = await send('POST', invocations('/test'), {
      triggerId: draft.triggerId,
      contentJson: {},
      subscriptionIds: [id],
    });
    const [{ id: invocationId, secret } = { id: '', secret: '' }] = started.body as Readonly<{
      id: string;
      secret: string;
    }>[];
    expect(started.status).toBe(200);

    const completed = await send('POST', invocations(`/${invocationId}/complete`), { secret, output: {} });
    expect(completed).toMatchObject({ status: 204, body: undefined });

    for (const path of [pathOf(version, 'triggers'), invocations('/status'), `${subscriptions()}?${query}`]) {
      const listed = await send('GET', path);
      expect(listed).toMatchObject({ status: 200, type: expect.stringContaining('application/json') });
    }
    expect((await send('GET', `${subscriptions()}?${query}`)).total).toBe('0');
    expect(await send('DELETE', subscriptions(`/${id}`))).toMatchObject({ status: 204, body: undefined });
  });
}

test('gives the samples that every library can decode just their documented members', async () => {
  await using mock = await startMock({ clock: virtualClock(), random: seededRandom('samples') });
  const send = await connect(mock, libraries.go as Library);

  const { body } = await send('GET', '/beta/triggers');
  const membersOf = (wanted: string) =>
    Object.keys(
      (body as readonly Readonly<{ id: string; exampleInput: object }>[]).find(({ id }) => id === wanted)
        ?.exampleInput ?? {},
    ).sort();

  expect(membersOf('idn:source-created')).toEqual(['actor', 'connector', 'created', 'id', 'name', 'type']);
  expect(membersOf('idn:source-deleted')).toEqual(['actor', 'connector', 'deleted', 'id', 'name', 'type']);
  expect(membersOf('idn:source-updated')).toEqual(['actor', 'connector', 'id', 'modified', 'name', 'type']);
  expect(membersOf('idn:identity-attributes-changed')).toEqual(['changes', 'identity']);
});
