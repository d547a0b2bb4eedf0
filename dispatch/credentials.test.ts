import { expect, test } from '@playwright/test';
import { base64 } from './base64.ts';
import { credentialHeaders } from './credentials.ts';
import { subscriberRequest } from './subscriber-request.ts';

const http = { url: 'https://hooks.example.com/isc', httpDispatchMode: 'SYNC' } as const;

test('NO_AUTH shows no credentials, and is the default', () => {
  expect(credentialHeaders({ ...http, httpAuthenticationType: 'NO_AUTH' })).toEqual({});
  expect(credentialHeaders(http)).toEqual({});
});

test('NO_AUTH shows nothing of what is left from before', () => {
  const bearerTokenAuthConfig = { bearerToken: 'left' };

  expect(credentialHeaders({ ...http, httpAuthenticationType: 'NO_AUTH', bearerTokenAuthConfig })).toEqual(
    {},
  );
});

test('BASIC_AUTH shows user name and password', () => {
  const basicAuthConfig = { userName: 'Aladdin', password: 'open sesame' };

  expect(credentialHeaders({ ...http, httpAuthenticationType: 'BASIC_AUTH', basicAuthConfig })).toEqual({
    authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  });
});

test('BEARER_TOKEN shows the token', () => {
  const bearerTokenAuthConfig = { bearerToken: 'abc.def' };

  expect(
    credentialHeaders({ ...http, httpAuthenticationType: 'BEARER_TOKEN', bearerTokenAuthConfig }),
  ).toEqual({ authorization: 'Bearer abc.def' });
});

test('a secret that was never set counts as empty', () => {
  const basicAuthConfig = { userName: 'u', password: null };

  expect(credentialHeaders({ ...http, httpAuthenticationType: 'BASIC_AUTH', basicAuthConfig })).toEqual({
    authorization: 'Basic dTo=',
  });
  expect(credentialHeaders({ ...http, httpAuthenticationType: 'BEARER_TOKEN' })).toEqual({
    authorization: 'Bearer ',
  });
});

for (const text of ['', 'a', 'ab', 'abc', 'abcd', 'Zoë:pässwört', '\u{1f511}', '\u0000ÿ>?'.repeat(20)]) {
  test(`base64 of ${JSON.stringify(text)} is that of its UTF-8`, () => {
    expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
  });
}

test('an event goes out as a POST of JSON to the url of the subscription', () => {
  expect(subscriberRequest({ ...http, httpAuthenticationType: 'NO_AUTH' }, { a: 'ü' })).toEqual({
    method: 'POST',
    url: 'https://hooks.example.com/isc',
    headers: { 'content-type': 'application/json' },
    body: '{"a":"ü"}',
  });
});
