import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Pacer, PacerKey } from './pacer.ts';

/** What a worker asks of the run's pacer; `id` marks a question that wants an answer. */
type Message = Readonly<{ key: PacerKey; id?: number; room?: number | undefined; blockedMs?: number }>;

export type PacerServer = Readonly<{ address: string; close(): Promise<void> }>;

export type PacerLink = Pacer & Readonly<{ close(): void }>;

/**
 * Lends a pacer to the workers of a run, so that all of them draw on one quota: JSON lines over a port of this
 * machine. A worker that dies takes nothing with it but the permits it had asked for.
 */
export async function servePacer(pacer: Pacer): Promise<PacerServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    createInterface(socket).on('line', (line) => void answer(pacer, JSON.parse(line), socket));
  });
  const port = await listen(server);

  return {
    address: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The pacer that another process serves at `address`. Rejects what is asked of it once that process is gone. */
export function connectPacer(address: string): PacerLink {
  const [host, port] = address.split(':');
  const socket = connect({ host: host ?? '', port: Number(port) });
  const waiting = new Map<number, Readonly<{ resolve(): void; reject(error: Error): void }>>();
  let asked = 0;
  let gone: Error | undefined;

  const tell = (message: Message) => socket.write(`${JSON.stringify(message)}\n`);
  const end = () => {
    gone = new Error(
      'The pacer of this run is gone, so nothing may be sent: the run that started it has ended.',
    );
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };

  socket.on('error', end).on('close', end).unref();
  createInterface(socket).on('line', (line) => {
    const { id }: { id: number } = JSON.parse(line);
    waiting.get(id)?.resolve();
    waiting.delete(id);
    if (waiting.size === 0) socket.unref();
  });

  return {
    acquire: (key, room) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        asked += 1;
        waiting.set(asked, { resolve, reject });
        socket.ref();
        tell({ key, room, id: asked });
      }),
    blocked: (key, blockedMs) => void (gone ?? tell({ key, blockedMs })),
    close: () => void socket.destroy(),
  };
}

const answer = async (pacer: Pacer, { key, id, room, blockedMs }: Message, socket: Socket): Promise<void> => {
  if (blockedMs !== undefined) pacer.blocked(key, blockedMs);
  if (id === undefined) return;
  await pacer.acquire(key, room);
  if (socket.writable) socket.write(`${JSON.stringify({ id })}\n`);
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
