import { clause, expect, test, without } from '../support/index.ts';

const needs = ['writes', 'subscriber'] as const;
const status = 200;

const patching = {
  clause: 'subscriptions.patch.nested',
  operation: 'patchSubscription',
  status: 200,
} as const;

const basic = (userName: string, password: string, encoding: 'utf8' | 'latin1' = 'utf8'): string =>
  `Basic ${Buffer.from(`${userName}:${password}`, encoding).toString('base64')}`;

test(
  'sends no credentials with NO_AUTH',
  clause('dispatch.no-auth', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const subscription = await subscriptions.create({ httpConfig: hook.config() });

    const { answer } = await invocations.startOne(subscription);
    const { headers } = await hook.arrival();

    expect(answer).toKeep({
      holds: headers.authorization === undefined,
      expected: 'no Authorization',
      seen: `Authorization: ${headers.authorization?.split(' ')[0]} ...`,
    });
  },
);

const kinds = {
  'dispatch.basic-auth': {
    config: (secret: string) => ({
      httpAuthenticationType: 'BASIC_AUTH',
      basicAuthConfig: { userName: 'uma', password: `${secret}:x` },
    }),
    // A colon belongs to the password, as the user name ends at the first one.
    header: (secret: string) => basic('uma', `${secret}:x`),
  },
  'dispatch.bearer-token': {
    config: (secret: string) => ({
      httpAuthenticationType: 'BEARER_TOKEN',
      bearerTokenAuthConfig: { bearerToken: secret },
    }),
    header: (secret: string) => `Bearer ${secret}`,
  },
} as const;

for (const [id, { config, header }] of Object.entries(kinds) as [
  keyof typeof kinds,
  (typeof kinds)[keyof typeof kinds],
][]) {
  test(
    `sends the credentials of ${id.slice('dispatch.'.length)}`,
    clause(id, { needs, status }),
    async ({ hooks, invocations, subscriptions }) => {
      const hook = hooks.open();
      const secret = subscriptions.secret();
      const subscription = await subscriptions.create({ httpConfig: hook.config(config(secret)) });

      const { answer } = await invocations.startOne(subscription);
      const { headers } = await hook.arrival();

      expect(answer).toKeep(authorization(headers.authorization, header(secret)));
    },
  );

  test(
    `sends the credentials of ${id.slice('dispatch.'.length)} that a PUT brought`,
    clause(id, { needs, status }),
    async ({ api, hooks, invocations, subscriptions }) => {
      const hook = hooks.open();
      const subscription = await subscriptions.create({
        httpConfig: hook.config(config(subscriptions.secret())),
      });
      const secret = subscriptions.secret();
      const updated = await api.updateSubscription(subscription.id, {
        ...without(subscription.draft, 'triggerId'),
        httpConfig: hook.config(config(secret)),
      });

      const { answer } = await invocations.startOne(subscription);
      const { headers } = await hook.arrival();

      expect(updated).toHaveStatus(200, {
        clause: 'subscriptions.update',
        operation: 'updateSubscription',
        status: 200,
      });
      expect(answer).toKeep(authorization(headers.authorization, header(secret)));
    },
  );
}

test(
  'sends no credentials once a PATCH brought NO_AUTH',
  clause('dispatch.no-auth', { needs, status }),
  async ({ api, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const { config } = kinds['dispatch.bearer-token'];
    const subscription = await subscriptions.create({
      httpConfig: hook.config(config(subscriptions.secret())),
    });
    const patched = await api.patchSubscription(subscription.id, [
      { op: 'replace', path: '/httpConfig/httpAuthenticationType', value: 'NO_AUTH' },
    ]);

    const { answer } = await invocations.startOne(subscription);
    const { headers } = await hook.arrival();

    expect(patched).toHaveStatus(200, patching);
    expect(answer).toKeep({
      holds: headers.authorization === undefined,
      expected: 'no Authorization',
      seen: `Authorization: ${headers.authorization?.split(' ')[0]} ...`,
    });
  },
);

test(
  'keeps the letters of a password',
  clause('dispatch.basic-auth', { needs, status }),
  async ({ hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const password = `${subscriptions.secret()}-\u00e9\u00fc`;
    const subscription = await subscriptions.create({
      httpConfig: hook.config({
        httpAuthenticationType: 'BASIC_AUTH',
        basicAuthConfig: { userName: 'uma', password },
      }),
    });

    const { answer } = await invocations.startOne(subscription);
    const seen = (await hook.arrival()).headers.authorization;

    // RFC 7617 leaves the encoding to the two sides.
    expect(answer).toKeep(
      authorization(
        seen,
        seen === basic('uma', password, 'latin1') ? basic('uma', password, 'latin1') : basic('uma', password),
      ),
    );
  },
);

test(
  'sends the password that a PATCH brought',
  clause('dispatch.basic-auth', { needs, status }),
  async ({ api, hooks, invocations, subscriptions }) => {
    const hook = hooks.open();
    const { config } = kinds['dispatch.basic-auth'];
    const subscription = await subscriptions.create({
      httpConfig: hook.config(config(subscriptions.secret())),
    });
    const value = subscriptions.secret();
    const patched = await api.patchSubscription(subscription.id, [
      { op: 'replace', path: '/httpConfig/basicAuthConfig/password', value },
    ]);

    const { answer } = await invocations.startOne(subscription);
    const { headers } = await hook.arrival();

    expect(patched).toHaveStatus(200, patching);
    expect(answer).toKeep(authorization(headers.authorization, basic('uma', value)));
  },
);

test(
  'sends the bearer token that a PATCH brought',
  clause('dispatch.bearer-token', { needs, status }),
  async ({ api, hooks, invocations, subscriptions }) => {
    const { config, header } = kinds['dispatch.bearer-token'];
    const hook = hooks.open();
    const subscription = await subscriptions.create({
      httpConfig: hook.config(config(subscriptions.secret())),
    });
    const value = subscriptions.secret();
    const patched = await api.patchSubscription(subscription.id, [
      { op: 'replace', path: '/httpConfig/bearerTokenAuthConfig/bearerToken', value },
    ]);

    const { answer } = await invocations.startOne(subscription);
    const { headers } = await hook.arrival();

    expect(patched).toHaveStatus(200, patching);
    expect(answer).toKeep(authorization(headers.authorization, header(value)));
  },
);

/** The name of a scheme has no case (RFC 9110, 11.1). */
const normalized = (credentials = ''): string =>
  credentials.replace(/^\w+/, (scheme) => scheme.toLowerCase());

/** Tells no secret, only whether it is the right one. */
const authorization = (seen: string | undefined, expected: string) => ({
  holds: normalized(seen) === normalized(expected),
  expected: `Authorization: ${expected.split(' ')[0]}, with the credentials of the subscription`,
  seen: seen === undefined ? 'no Authorization' : `Authorization: ${seen.split(' ')[0]}, with others`,
});
