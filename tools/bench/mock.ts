import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import type { Ask, Told } from './serve.ts';

const rounds = 7;
const requestsARound = 4000;
const connections = 8;
/** The most that the mock may cost in server CPU, as a multiple of the bare server. */
const bound = 2;

type Server = Readonly<{ child: ChildProcess; url: string; told: Told }>;

/**
 * Server CPU per request of the mock, a list of one subscription with a token, beside a bare node:http server that
 * answers the same bytes; in turn, in one run, on loopback. Gives the exit code: 1 beyond the bound.
 */
export const benchMock = async (): Promise<number> => {
  const mock = await start('mock');
  const bare = await start('bare');
  try {
    const headers = await prepare(mock);
    const sample = await fetch(`${mock.url}${path}`, { headers });
    const body = await sample.text();
    bare.child.send({ ask: 'answer', headers: Object.fromEntries(sample.headers), body } satisfies Ask);

    const measured: { mock: number; bare: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const micros = {
        mock: await microsPerRequest(mock, headers),
        bare: await microsPerRequest(bare, headers),
      };
      if (round > 0) measured.push(micros);
    }
    const ratios = measured.map((each) => each.mock / each.bare);
    process.stdout.write(
      `mock   ${median(measured.map((each) => each.mock)).toFixed(1)} us of server CPU a request, ${body.length} bytes\n` +
        `bare   ${median(measured.map((each) => each.bare)).toFixed(1)} us\n` +
        `ratio  ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in ${rounds} rounds of ${requestsARound}), at most ${bound}\n`,
    );

    return median(ratios) <= bound ? 0 : 1;
  } finally {
    mock.child.disconnect();
    bare.child.disconnect();
  }
};

const path = '/beta/trigger-subscriptions';

const start = async (name: 'mock' | 'bare'): Promise<Server> => {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), [name], {
    execArgv: ['--import', 'tsx'],
  });
  const [told]: [Told] = (await once(child, 'message')) as [Told];
  if (!('url' in told)) throw new Error(`The ${name} server did not say where it listens.`);

  return { child, url: told.url, told };
};

/** Creates the one subscription, and gives the headers that list it. */
const prepare = async ({ url, told }: Server): Promise<Record<string, string>> => {
  const { clientId = '', clientSecret = '' } = 'url' in told ? told : {};
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body: form });
  const { access_token: token } = (await answer.json()) as Readonly<{ access_token: string }>;
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'bench',
      triggerId: 'idn:identity-created',
      type: 'HTTP',
      httpConfig: { url: 'https://example.com/hook', httpDispatchMode: 'SYNC' },
    }),
  });

  return headers;
};

const microsPerRequest = async ({ child, url }: Server, headers: Record<string, string>): Promise<number> => {
  const pool = new Pool(url, { connections });
  const before = await cpuOf(child);
  let left = requestsARound;
  const worker = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      const { body } = await pool.request({ method: 'GET', path, headers });
      await body.dump();
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const after = await cpuOf(child);
  await pool.close();

  return (after - before) / requestsARound;
};

const cpuOf = async (child: ChildProcess): Promise<number> => {
  child.send({ ask: 'cpu' } satisfies Ask);
  const [told] = (await once(child, 'message')) as [Told];

  return 'cpuMicros' in told ? told.cpuMicros : 0;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
