import { expect, test } from '@playwright/test';
import { systemClock, virtualClock } from './clock.ts';
import { seededRandom } from './random.ts';
import { type RunningMock, startMock } from './server.ts';

const start = (): Promise<RunningMock> =>
  startMock({ clock: virtualClock(), random: seededRandom('server') });

const postTo = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const tokenOf = async ({ url, clients }: RunningMock): Promise<string> => {
  const { clientId, clientSecret } = clients.full;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const answer = (await (await fetch(`${url}/oauth/token`, { method: 'POST', body })).json()) as {
    access_token: string;
  };

  return answer.access_token;
};

const list = (mock: RunningMock, token: string): Promise<Response> =>
  fetch(`${mock.url}/beta/triggers`, { headers: { authorization: `Bearer ${token}` } });

test('a started mock answers over loopback, and its expired token has expired', async () => {
  await using mock = await start();

  expect((await list(mock, await tokenOf(mock))).status).toBe(200);
  expect(await (await list(mock, mock.expiredToken)).json()).toEqual({
    error: 'JWT validation failed: JWT is expired',
  });
});

test('the control plane moves the clock, and tokens expire by it', async () => {
  await using mock = await start();
  const token = await tokenOf(mock);

  const advanced = await postTo(`${mock.control}/clock/advance`, { ms: 749_000 });

  expect(await advanced.json()).toEqual({ now: '2026-01-01T00:12:29.000Z', virtual: true });
  expect((await list(mock, token)).status).toBe(401);
});

test('the clock of the machine cannot be advanced', async () => {
  await using mock = await startMock({ clock: systemClock(), random: seededRandom('server') });

  const refused = await postTo(`${mock.control}/clock/advance`, { ms: 1 });

  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ message: expect.stringContaining('cannot be advanced') });
});

test('a fault answers the next request of its operation, token or none, as often as asked', async () => {
  await using mock = await start();
  const token = await tokenOf(mock);
  await postTo(`${mock.control}/faults`, { operation: 'listTriggers', status: 500, times: 2 });

  const failed = await list(mock, token);

  expect(failed.status).toBe(500);
  expect(await failed.json()).toMatchObject({ detailCode: '500.0 Internal Fault' });
  expect((await list(mock, 'none')).status).toBe(500);
  expect((await list(mock, token)).status).toBe(200);
});

test('faults can be called off, and requests are counted by status', async () => {
  await using mock = await start();
  await postTo(`${mock.control}/faults`, { operation: 'listTriggers', status: 500 });
  await fetch(`${mock.control}/faults`, { method: 'DELETE' });
  await list(mock, await tokenOf(mock));
  await list(mock, 'none');

  expect(await (await fetch(`${mock.control}/counts`)).json()).toEqual({
    requests: { listTriggers: { 200: 1, 401: 1 } },
    dropped: 0,
    duplicated: 0,
    cpuMs: { user: expect.any(Number), system: expect.any(Number) },
  });
});

for (const body of [
  {},
  { operation: 'nothing', status: 500 },
  { operation: 'listTriggers', status: 200 },
  { operation: 'listTriggers', status: 500, times: 0 },
]) {
  test(`the control plane refuses the fault ${JSON.stringify(body)} with a sentence`, async () => {
    await using mock = await start();

    const refused = await postTo(`${mock.control}/faults`, body);

    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ message: expect.stringMatching(/\.$/) });
  });
}

test('the API does not answer for the control plane', async () => {
  await using mock = await start();

  expect((await postTo(`${mock.url}/clock/advance`, { ms: 1 })).status).toBe(404);
});

test('a port that is taken rejects the start and leaves nothing open', async () => {
  await using mock = await start();
  const port = Number(new URL(mock.url).port);

  await expect(startMock({ clock: virtualClock(), random: seededRandom('second'), port })).rejects.toThrow(
    /EADDRINUSE/,
  );
});

test('two starts have different clients and secrets unless they share a seed', async () => {
  await using one = await startMock({ clock: virtualClock(), random: seededRandom(1) });
  await using other = await startMock({ clock: virtualClock(), random: seededRandom(2) });

  expect(one.clients).not.toEqual(other.clients);
});
