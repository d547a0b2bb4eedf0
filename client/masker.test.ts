import { expect, test } from '@playwright/test';
import { createMasker } from './masker.ts';

const withSecrets = (...secrets: string[]) => {
  const masker = createMasker();
  for (const secret of secrets) masker.add(secret);

  return masker;
};

test('masks a secret in every spelling that it may have', () => {
  const secret = 'CANARY "ä"/+\\';
  const masker = withSecrets(secret);

  for (const text of [
    secret,
    JSON.stringify({ a: secret }),
    encodeURIComponent(secret),
    `${new URLSearchParams({ a: secret })}`,
  ])
    expect(masker.mask(text)).toMatch(/\[masked\]/);
});

test('puts a name in place of a secret that has one, and nothing of a replacement pattern', () => {
  const masker = createMasker();
  masker.add('CANARY-TOKEN', '$ISC_TOKEN');
  masker.add('CANARY-OTHER', '$&$1');

  expect(masker.mask('Bearer CANARY-TOKEN, CANARY-OTHER')).toBe('Bearer $ISC_TOKEN, $&$1');
});

test('masks a short secret where it is a whole value, and leaves words alone that hold it', () => {
  const masker = withSecrets('abc');

  expect(masker.mask('{"abc":"abc","x":["abc", "abcd"],"y" : "abc"}')).toBe(
    '{"abc":"[masked]","x":["[masked]", "abcd"],"y" : "[masked]"}',
  );
  expect(masker.maskJson({ a: 'abc', b: 'abcabc' })).toEqual({ a: '[masked]', b: 'abcabc' });
});

test('masks the values of secret members that nobody registered, in text that is no JSON as well', () => {
  const masker = createMasker();

  expect(masker.mask('{"password":"a\\"b","bearerToken" : "c","secret":null,"client_secret":"","a":')).toBe(
    '{"password":"[masked]","bearerToken" : "[masked]","secret":null,"client_secret":"","a":',
  );
  expect(
    masker.maskJson([{ basicAuthConfig: { userName: 'u', password: 'p' }, secret: null, access_token: '' }]),
  ).toEqual([{ basicAuthConfig: { userName: 'u', password: '[masked]' }, secret: null, access_token: '' }]);
});

test('learns a secret where it stands and masks it elsewhere, but not a word that may be innocent', () => {
  const masker = createMasker();

  masker.harvest([
    { secret: 'CANARY-INVOCATION', bearerToken: 'name', password: 'password', other: 'innocent text' },
  ]);

  expect(masker.mask('CANARY-INVOCATION name password innocent text')).toBe(
    '[masked] name password innocent text',
  );
});

test('masks nothing where there is no secret', () => {
  const masker = withSecrets('');

  expect(masker.mask('{"id":"i1"}')).toBe('{"id":"i1"}');
  expect(masker.maskJson({ id: 1, list: [null, true] })).toEqual({ id: 1, list: [null, true] });
});

test('knows what a JSON patch writes into a secret member, and no other value of it', () => {
  const masker = createMasker();
  masker.harvest([
    { op: 'replace', path: '/httpConfig/bearerTokenAuthConfig/bearerToken', value: 'canary-of-a-patch' },
    { op: 'replace', path: '/name', value: 'a name that is shown' },
  ]);

  expect(masker.mask('canary-of-a-patch, a name that is shown')).toBe('[masked], a name that is shown');
});
