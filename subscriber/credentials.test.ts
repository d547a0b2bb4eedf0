import { expect, test } from '@playwright/test';
import { virtualClock } from '../mock/clock.ts';
import { areSame, readCredentials } from './credentials.ts';
import { startSubscriber } from './start-subscriber.ts';
import { post } from './test-support.ts';

const basic = { kind: 'basic', userName: 'Zoë', password: 'a:b' } as const;
const basicHeader = `Basic ${Buffer.from('Zoë:a:b').toString('base64')}`;

for (const [header, credentials] of [
  [undefined, { kind: 'none' }],
  [basicHeader, basic],
  ['Bearer abc', { kind: 'bearer', token: 'abc' }],
  ['bearer abc', { kind: 'bearer', token: 'abc' }],
  ['Bearer', { kind: 'other', header: 'Bearer' }],
  ['Basic !!', { kind: 'other', header: 'Basic !!' }],
  ['Digest x', { kind: 'other', header: 'Digest x' }],
  ['', { kind: 'other', header: '' }],
] as const) {
  test(`an Authorization of ${JSON.stringify(header)} shows ${credentials.kind}`, () => {
    expect(readCredentials(header)).toEqual(credentials);
  });
}

test('credentials are the same where every part is, in whatever order', () => {
  expect(areSame(basic, { password: 'a:b', userName: 'Zoë', kind: 'basic' })).toBe(true);
  expect(areSame(basic, { ...basic, password: 'b' })).toBe(false);
  expect(areSame({ kind: 'none' }, basic)).toBe(false);
});

test('who shows other credentials than are asked for is answered 401', async () => {
  await using subscriber = await startSubscriber({ clock: virtualClock() });
  subscriber.answer('/a', { requires: basic, body: { ok: true } });
  subscriber.answer('/open', { requires: { kind: 'none' } });
  const statusOf = async (path: string, headers = {}) =>
    (await post(`${subscriber.url}${path}`, { headers })).status;

  expect(await statusOf('/a')).toBe(401);
  expect(await statusOf('/a', { authorization: 'Bearer x' })).toBe(401);
  expect(await statusOf('/a', { authorization: basicHeader })).toBe(200);
  expect(await statusOf('/open')).toBe(200);
  expect(await statusOf('/open', { authorization: basicHeader })).toBe(401);
});
