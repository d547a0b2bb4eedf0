import { expect, test } from '@playwright/test';
import { createMasker } from './masker.ts';
import { record } from './record.ts';

const recorded = (text: string, headers: Record<string, string> = {}, masker = createMasker()) =>
  record(
    {
      operation: 'listTriggers',
      apiVersion: 'beta',
      identity: 'full',
      request: { method: 'GET', url: 'http://t.example/beta/triggers?filters=CANARY-URL', headers },
      response: { status: 200, headers: { 'x-echo': 'CANARY-URL' }, text, milliseconds: 12 },
      startedAt: Date.UTC(2026, 0, 1),
      waitedOut: 0,
    },
    masker,
  );

test('masks a secret whose letters are escaped in the answer', () => {
  const masker = createMasker();
  masker.add('CANARY-URL');

  const { request, response, live } = recorded('{"a":"\\u0043ANARY-URL"}', {}, masker);

  expect(response).toMatchObject({
    text: '{"a":"[masked]"}',
    body: { a: '[masked]' },
    headers: { 'x-echo': '[masked]' },
  });
  expect(request.url).toBe('http://t.example/beta/triggers?filters=[masked]');
  expect(live.body).toEqual({ a: 'CANARY-URL' });
});

for (const [sent, stored] of [
  ['Bearer unknown', 'Bearer [masked]'],
  ['Basic Zm9v', 'Basic [masked]'],
  ['CANARY', '[masked]'],
  ['Bearer a b', 'Bearer [masked]'],
] as const) {
  test(`stores the header "Authorization: ${sent}" as "${stored}"`, () => {
    expect(recorded('[]', { authorization: sent }).request.headers.authorization).toBe(stored);
  });
}

test('has no body where the answer is empty or no JSON', () => {
  expect(recorded('').response).toMatchObject({ text: '', body: undefined });
  expect(recorded('<html>').response).toMatchObject({ text: '<html>', body: undefined });
  expect(recorded('[]').startedAt).toBe('2026-01-01T00:00:00.000Z');
});
