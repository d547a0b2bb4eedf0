import type { Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { TransportError } from './errors.ts';
import { rawServer, response, tokenOr } from './testing/raw-server.ts';
import { serve, testClient } from './testing/tenant.ts';

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
