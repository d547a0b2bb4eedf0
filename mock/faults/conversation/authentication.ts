import { draft } from '../../test-tenant.ts';
import { invocations, subscriptions } from './drafts.ts';
import type { Speak } from './speak.ts';

export const authentication: Speak = async ({ send, subscribe, tenant }) => {
  await subscribe();
  await send('POST', `${invocations}/test`, { body: { triggerId: draft.triggerId, contentJson: {} } });
  const { clientId, clientSecret } = tenant.clients.full;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const token = (body: string, type: string) =>
    send('POST', '/oauth/token', { as: 'none', body, headers: { 'content-type': type } });
  const part = ([name, value]: [string, string]) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  await token(String(form), 'application/x-www-form-urlencoded');
  await token(`${[...form].map(part).join('')}--x--\r\n`, 'multipart/form-data; boundary=x');
  await send('POST', `/oauth/token?${form}`, { as: 'none' });
  form.set('client_secret', 'wrong');
  await token(String(form), 'application/x-www-form-urlencoded');

  const expired = (await tenant.tokens.issue(tenant.clients.full, -60)).access_token;
  for (const sent of [
    { as: 'none' },
    { headers: { authorization: 'Bearer forged' } },
    { headers: { authorization: `Bearer ${expired}` } },
    { as: 'noscope' },
    { as: 'readonly' },
  ] as const) {
    for (const path of [
      '/beta/triggers?limit=0',
      '/v2024/triggers?limit=0',
      subscriptions,
      `${invocations}/status`,
    ]) {
      await send('GET', path, sent);
    }
    await send('POST', subscriptions, { ...sent, body: draft });
    await send('PUT', `${subscriptions}/x`, { ...sent, body: {} });
    await send('PATCH', `${subscriptions}/x`, { ...sent, body: [] });
    await send('DELETE', `${subscriptions}/x`, sent);
    await send('POST', `${invocations}/test`, { ...sent, body: {} });
    await send('POST', `${subscriptions}/validate-filter`, { ...sent, body: {} });
  }
  tenant.faults.raise('listTriggers', { status: 500 });
  await send('GET', '/beta/triggers');
};

export const quota: Speak = async ({ send, clock }) => {
  for (const [method, path, as] of [
    ['GET', '/beta/triggers', 'full'],
    ['GET', '/beta/triggers', 'full'],
    ['GET', '/beta/triggers', 'full'],
    ['GET', '/beta/triggers', 'full'],
    ['DELETE', `${subscriptions}/nobody`, 'full'],
    ['GET', '/beta/triggers', 'readonly'],
    ['GET', '/v2025/triggers', 'full'],
  ] as const) {
    await send(method, `${path}?limit=0`, { as });
  }
  await clock.advance(5000);
  await send('GET', '/beta/triggers?limit=0');
};
