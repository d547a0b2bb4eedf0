import { createServer } from 'node:http';
import { systemClock } from '../../mock/clock.ts';
import { systemRandom } from '../../mock/random.ts';
import { startMock } from '../../mock/server.ts';

/** What the bench tells a server, and what it hears back, over the channel of a forked process. */
export type Ask =
  | Readonly<{ ask: 'cpu' }>
  | Readonly<{ ask: 'answer'; headers: Record<string, string>; body: string }>;

export type Told =
  | Readonly<{ url: string; clientId?: string; clientSecret?: string }>
  | Readonly<{ cpuMicros: number }>;

const tell = (told: Told): void => void process.send?.(told);

const servers = {
  mock: async () => {
    const mock = await startMock({ clock: systemClock(), random: systemRandom() });
    tell({ url: mock.url, ...mock.clients.full });
  },
  /** Answers the bytes that it was told, and does nothing else. */
  bare: async () => {
    let headers: Record<string, string> = {};
    let body = '';
    process.on('message', (message: Ask) => {
      if (message.ask === 'answer') ({ headers, body } = message);
    });
    const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      tell({ url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` });
    });
  },
};

process.on('message', (message: Ask) => {
  if (message.ask !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  tell({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit());

await servers[process.argv[2] === 'mock' ? 'mock' : 'bare']();
