import { createServer, type Socket } from 'node:net';

/** A server below HTTP: answers every request with the given text, and does with the socket what it is told. */
export const rawServer = async (behave: (socket: Socket, request: string) => void) => {
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

/** An answer of JSON as it stands on the wire; further headers end with a line feed each. */
export const response = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** The answer to a request: a token where it asks for one. */
export const tokenOr = (request: string, other: string): string =>
  request.includes('/oauth/token') ? response('{"access_token":"CANARY-TOKEN"}') : other;
