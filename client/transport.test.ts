import type { Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { TenantGoneError, TransportError } from './errors.ts';
import { rawServer, response, tokenOr } from './testing/raw-server.ts';
import { json, serve, testClient } from './testing/tenant.ts';
import { createTransport } from './transport.ts';

const item = [{ id: 'idn:source-created', name: 'Zoë' }];
const bytes = Buffer.from(JSON.stringify(item));

const encodings: readonly (readonly [string, Buffer])[] = [
  ['gzip', gzipSync(bytes)],
  ['GZIP', gzipSync(bytes)],
  ['br', brotliCompressSync(bytes)],
  ['deflate', deflateSync(bytes)],
  ['deflate', deflateRawSync(bytes)],
  ['gzip, br', brotliCompressSync(gzipSync(bytes))],
  ['identity', bytes],
];

for (const [encoding, body] of encodings) {
  test(`decodes a body in ${encoding} of ${body.length} bytes`, async () => {
    await using server = await serve((_, response) =>
      response.setHeader('CONTENT-ENCODING', encoding).end(body),
    );

    const { live } = await testClient(server).call('listTriggers', { version: 'beta' });

    expect(live.body).toEqual(item);
  });
}

for (const manner of ['silently', 'by a reset'] as const) {
  test(`works with a server that closes every connection ${manner} after its answer`, async () => {
    await using server = await rawServer((socket, request) => {
      socket.write(tokenOr(request, response('[]')), () =>
        manner === 'silently' ? socket.end() : setImmediate(() => socket.resetAndDestroy()),
      );
    });
    const client = testClient(server);

    for (let round = 0; round < 50; round += 1) {
      await client.call('listTriggers', { version: 'beta' });
      await client.call('createSubscription', { version: 'beta', body: {} });
    }
  });
}

test('sends a read again where a kept connection turns out to be closed', async () => {
  const served = new WeakSet<Socket>();
  await using server = await rawServer((socket, request) => {
    if (served.has(socket)) return socket.destroy();
    served.add(socket);
    return socket.write(tokenOr(request, response('[]')));
  });
  const client = testClient(server);

  for (let round = 0; round < 3; round += 1) await client.call('listTriggers', { version: 'beta' });
});

test('reads a chunked body, header names in any case, and several headers of one name', async () => {
  await using server = await rawServer((socket, request) => {
    socket.write(
      tokenOr(
        request,
        'HTTP/1.1 200 OK\r\nCONTENT-TYPE: application/json\r\nX-Two: a\r\nx-two: b\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1\r\n]\r\n0\r\n\r\n',
      ),
    );
  });

  const exchange = await testClient(server).call('listTriggers', { version: 'beta' });

  expect(exchange.response).toMatchObject({
    text: '[]',
    headers: { 'content-type': 'application/json', 'x-two': 'a, b' },
  });
});

test('takes a 204 that has a body for what its headers say (FC-050)', async () => {
  await using server = await rawServer((socket, request) => {
    socket.write(tokenOr(request, 'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello'));
  });
  const client = testClient(server);

  for (let round = 0; round < 5; round += 1) {
    const { response } = await client.call('deleteSubscription', { version: 'beta', path: { id: 'x' } });
    expect(response).toMatchObject({
      status: 204,
      text: '',
      body: undefined,
      headers: { 'content-length': '5' },
    });
  }
});

test('never sends a change twice', async () => {
  let changes = 0;
  await using server = await rawServer((socket, request) => {
    if (request.includes('/oauth/token')) return socket.write(tokenOr(request, ''));
    changes += 1;
    return socket.resetAndDestroy();
  });

  await expect(
    testClient(server).call('createSubscription', { version: 'beta', body: {} }),
  ).rejects.toMatchObject({ reason: 'reset' });
  expect(changes).toBe(1);
});

for (const status of ['502 Bad Gateway', '407 Proxy Authentication Required']) {
  test(`reaches loopback directly, and says of everything else that the proxy answered ${status}`, async () => {
    let asked = 0;
    await using proxy = await rawServer((socket) => {
      asked += 1;
      socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
    });
    await using server = await serve((_, response) => json(response, 200, []));
    const settings = { httpProxy: proxy.url, httpsProxy: proxy.url, noProxy: '' };
    const transport = createTransport({ timeoutMs: 5000, proxy: settings });
    const get = (url: string) => transport.send({ method: 'GET', url, headers: {} });

    await expect(get(`${server.url}/x`)).resolves.toMatchObject({ status: 200 });
    expect(asked).toBe(0);
    await expect(get('https://t.example/x')).rejects.toMatchObject({ reason: 'proxy' });
    expect(asked).toBe(1);
    await transport.close();
  });
}

test('counts a tenant as gone after three failures in a row, and sends nothing more', async () => {
  let connections = 0;
  await using server = await rawServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const client = testClient(server);
  const call = () => client.call('listTriggers', { version: 'beta' }).catch((thrown) => thrown);

  for (let round = 0; round < 3; round += 1) expect(await call()).toBeInstanceOf(TransportError);
  expect(await call()).toBeInstanceOf(TenantGoneError);
  expect(connections).toBe(3);
});

test('ends what is under way when it is told to', async () => {
  await using server = await serve(() => {});
  const controller = new AbortController();
  const client = testClient(server, { signal: controller.signal });

  const call = client.call('listTriggers', { version: 'beta' });
  controller.abort(new Error('interrupted'));

  await expect(call).rejects.toThrow('interrupted');
});
