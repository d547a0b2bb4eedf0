import { expect, test } from '@playwright/test';
import { aRecorder } from './testing/answers.ts';
import { createTokenRequests, hasClaims, isBearerToken, isTokenRefusal } from './token-requests.ts';

const answer = (status: number, body: unknown) => ({ status, body, text: JSON.stringify(body) });

const jwt = (payload: object): string =>
  ['{}', JSON.stringify(payload), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

const token = { access_token: 'CANARY-TOKEN', token_type: 'bearer', expires_in: 749 };

test('a bearer token is there, is called one, and says how long it lives', () => {
  expect(isBearerToken(answer(200, token)).holds).toBe(true);
  expect(isBearerToken(answer(200, { ...token, token_type: 'Bearer', expires_in: '749' })).holds).toBe(true);
  for (const wrong of [
    { access_token: '' },
    { token_type: 'mac' },
    { expires_in: 0 },
    { expires_in: 'soon' },
  ])
    expect(isBearerToken(answer(200, { ...token, ...wrong })).holds).toBe(false);
  expect(isBearerToken(answer(201, token)).holds).toBe(false);
  expect(isBearerToken(answer(200, 'a page')).holds).toBe(false);
});

test('what was seen of a token never shows it', () => {
  for (const fact of [isBearerToken, isTokenRefusal, hasClaims])
    expect(JSON.stringify(fact(answer(200, token)))).not.toContain('CANARY-TOKEN');
});

test('a refusal is a 400 or 401, and hands out no token', () => {
  expect(isTokenRefusal(answer(400, { error: 'invalid_client' })).holds).toBe(true);
  expect(isTokenRefusal(answer(401, undefined)).holds).toBe(true);
  expect(isTokenRefusal(answer(401, token)).holds).toBe(false);
  for (const status of [200, 403, 404, 500]) expect(isTokenRefusal(answer(status, {})).holds).toBe(false);
});

test('a token has the documented claims, and what it lacks is named', () => {
  const claims = Object.fromEntries(
    'tenant_id org pod identity_id user_name authorities client_id scope exp jti'
      .split(' ')
      .map((name) => [name, 'x']),
  );
  const { pod, ...rest } = claims;

  expect(hasClaims(answer(200, { access_token: jwt(claims) })).holds).toBe(true);
  expect(hasClaims(answer(200, { access_token: jwt(rest) }))).toMatchObject({
    holds: false,
    seen: expect.stringContaining('pod'),
  });
  expect(hasClaims(answer(200, { access_token: 'opaque' })).seen).toBe('a token that is no JWT');
  expect(pod).toBe('x');
});

test('a fact that does not hold breaks the promise of the test', () => {
  const recorder = aRecorder('auth.token.issued');
  const { keep } = createTokenRequests({
    client: {} as Parameters<typeof createTokenRequests>[0]['client'],
    credentials: { clientId: 'a', clientSecret: 'b' },
    recorder,
  });

  keep({ holds: true, expected: '', seen: '' });
  keep({ holds: false, expected: 'a token', seen: 'none' });

  expect(recorder.violations).toMatchObject([
    { clause: 'auth.token.issued', expected: 'a token', seen: 'none' },
  ]);
});
