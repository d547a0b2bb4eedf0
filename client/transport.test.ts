import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { TenantGoneError, TransportError } from './errors.ts';
import { json, serve, testClient } from './test-support.ts';
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

/** A server below HTTP: answers every request with the given text, and does with the socket what it is told. */
const rawServer = async (behave: (socket: Socket, request: string) => void) => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.on('data', (data) => behave(socket, data.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const response = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const tokenOr = (request: string, other: string): string =>
  request.includes('/oauth/token') ? response('{"access_token":"CANARY-TOKEN"}') : other;

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

const failures: readonly (readonly [string, string, (socket: Socket, request: string) => void])[] = [
  ['timeout', 'never answers', (socket, request) => socket.write(tokenOr(request, ''))],
  [
    'timeout',
    'stops in the middle',
    (socket, request) => socket.write(tokenOr(request, 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[')),
  ],
  [
    'reset',
    'closes without an answer',
    (socket, request) =>
      request.includes('/oauth/token') ? socket.write(tokenOr(request, '')) : socket.end(),
  ],
  [
    'protocol',
    'does not speak HTTP',
    (socket, request) => socket.write(tokenOr(request, 'SSH-2.0-OpenSSH_9.2\r\n')),
  ],
  [
    'protocol',
    'sends another coding than it says',
    (socket, request) => socket.write(tokenOr(request, response('[]', 'Content-Encoding: gzip\r\n'))),
  ],
];

for (const [reason, manner, behave] of failures) {
  test(`reports a tenant that ${manner} as ${reason}, without a secret (FC-049)`, async () => {
    await using server = await rawServer(behave);
    const client = testClient(server, { timeoutMs: 200 });

    const error = await client.call('listTriggers', { version: 'beta' }).catch((thrown) => thrown);

    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({
      reason,
      message: expect.stringMatching(/^GET \/beta\/triggers: .*127\.0\.0\.1:\d+/),
    });
    expect(JSON.stringify([error, error.stack, error.cause])).not.toContain('CANARY');
  });
}

test('reports a port on which nothing listens', async () => {
  const server = await serve(() => {});
  await server[Symbol.asyncDispose]();

  await expect(testClient(server).call('listTriggers', { version: 'beta' })).rejects.toMatchObject({
    reason: 'refused',
  });
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
