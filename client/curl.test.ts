import { execFile, spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { curlOf } from './curl.ts';
import type { Exchange } from './exchange.ts';
import { json, serve } from './testing/tenant.ts';

const exchangeOf = (request: Exchange['request']): Exchange => ({
  operation: 'listTriggers',
  apiVersion: 'beta',
  identity: 'full',
  request,
  response: { status: 200, headers: {}, text: '', body: undefined },
  startedAt: '2026-01-01T00:00:00.000Z',
  milliseconds: 1,
  waitedOut: 0,
});

test('writes a list with a filter as people write it', () => {
  const url = 'https://t.example/beta/trigger-subscriptions?filters=type%20ge%20%22HTTP%22&limit=1';
  const headers = { Accept: 'application/json', 'User-Agent': 'x', Authorization: 'Bearer $ISC_TOKEN' };

  expect(curlOf(exchangeOf({ method: 'GET', url, headers }))).toBe(
    'curl -G -H "Authorization: Bearer $ISC_TOKEN" --data-urlencode \'filters=type ge "HTTP"\' --data-urlencode limit=1 \\\n' +
      '  https://t.example/beta/trigger-subscriptions',
  );
});

const requests: readonly Omit<Exchange['request'], 'url'>[] = [
  { method: 'GET', headers: { Authorization: 'Bearer $ISC_TOKEN', 'X-SailPoint-Experimental': 'true' } },
  { method: 'DELETE', headers: { Authorization: 'Bearer $ISC_TOKEN', 'Content-Type': 'application/json' } },
  {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"name":"it\'s $HOME `x` \\\\ \\"q\\" ä\\n%41"}',
  },
  { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"a":' },
  { method: 'PUT', headers: {}, body: '@file\nline' },
  { method: 'PATCH', headers: { 'Content-Type': 'application/json-patch+json' }, body: 'a\0b\\\n' },
];

const hasCurl = spawnSync('curl', ['--version']).status === 0;

for (const request of requests) {
  test(`writes a command that sends the same again: ${JSON.stringify(request)}`, async () => {
    test.skip(!hasCurl, 'curl is not installed here');
    await using server = await serve((_, response) => json(response, 200, {}));
    const path = "/beta/trigger-subscriptions/it's%20one?filters=a%20eq%20%22%24b%22&empty=";

    const command = curlOf(exchangeOf({ ...request, url: server.url + path }));
    await run(command);

    const [seen] = server.seen;
    expect(seen?.method).toBe(request.method);
    expect(new URL(seen?.url ?? '', server.url).pathname).toBe(new URL(path, server.url).pathname);
    expect([...new URL(seen?.url ?? '', server.url).searchParams]).toEqual([
      ['filters', 'a eq "$b"'],
      ['empty', ''],
    ]);
    expect(seen?.body.toString()).toBe(request.body ?? '');
    expect(seen?.headers['content-type']).toBe(request.headers['Content-Type']);
    expect(seen?.headers.authorization).toBe(request.headers.Authorization && 'Bearer live');
  });
}

const run = async (command: string): Promise<void> => {
  await new Promise<void>((resolve, reject) =>
    execFile('sh', ['-c', command], { env: { ...process.env, ISC_TOKEN: 'live', no_proxy: '*' } }, (error) =>
      error ? reject(error) : resolve(),
    ),
  );
};
