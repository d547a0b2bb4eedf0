import { clause, hasClaims, isBearerToken, isTokenRefusal, test } from '../support/index.ts';

test(
  'issues a bearer token for right client credentials',
  clause('auth.token.issued', { smoke: true }),
  async ({ token }) => {
    token.keep(isBearerToken(await token.ask()));
  },
);

for (const form of ['form', 'multipart', 'query'] as const) {
  test(`takes client credentials as ${form}`, clause('auth.token.forms'), async ({ token }) => {
    token.keep(isBearerToken(await token.ask({ form })));
  });
}

test('puts the documented claims into the token', clause('auth.token.claims'), async ({ token }) => {
  token.keep(hasClaims(await token.ask()));
});

test(
  'issues no token for a wrong client secret',
  clause('auth.token.wrong-credentials', { smoke: true }),
  async ({ token }) => {
    token.keep(isTokenRefusal(await token.ask({ clientSecret: 'no-such-secret' })));
  },
);

test('issues no token to an unknown client', clause('auth.token.wrong-credentials'), async ({ token }) => {
  token.keep(isTokenRefusal(await token.ask({ clientId: 'no-such-client' })));
});
