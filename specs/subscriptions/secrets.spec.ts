import { clause, expect, objectOf, test, without } from '../support/index.ts';

const needs = ['writes'] as const;
const url = 'https://example.com/hook';

const configs = {
  'a password': (secret: string) => ({
    url,
    httpDispatchMode: 'SYNC',
    httpAuthenticationType: 'BASIC_AUTH',
    basicAuthConfig: { userName: 'somebody', password: secret },
  }),
  'a bearer token': (secret: string) => ({
    url,
    httpDispatchMode: 'SYNC',
    httpAuthenticationType: 'BEARER_TOKEN',
    bearerTokenAuthConfig: { bearerToken: secret },
  }),
};

for (const [kind, configOf] of Object.entries(configs)) {
  test(
    `takes ${kind} and does not read it back on create`,
    clause('subscriptions.secrets', {
      operation: 'createSubscription',
      status: 201,
      needs,
    }),
    async ({ subscriptions }) => {
      const httpConfig = configOf(subscriptions.secret());

      const created = await subscriptions.attempt(subscriptions.draft({ httpConfig }));

      expect(created).toHaveStatus(201);
      expect(created).toShow({ httpConfig: { httpAuthenticationType: httpConfig.httpAuthenticationType } });
    },
  );

  test(
    `does not read ${kind} back in the list`,
    clause('subscriptions.secrets', {
      operation: 'listSubscriptions',
      status: 200,
      needs,
    }),
    async ({ subscriptions }) => {
      const { id, answer } = await subscriptions.create({ httpConfig: configOf(subscriptions.secret()) });

      const { records } = await subscriptions.list(id);

      expect(answer).toKeep({
        holds: records.length === 1,
        expected: 'one record',
        seen: `${records.length} records`,
      });
    },
  );

  test(
    `does not read ${kind} back on PUT`,
    clause('subscriptions.secrets', {
      operation: 'updateSubscription',
      status: 200,
      needs,
    }),
    async ({ api, subscriptions }) => {
      const { id, draft } = await subscriptions.create();
      const httpConfig = configOf(subscriptions.secret());

      const updated = await api.updateSubscription(id, { ...without(draft, 'triggerId'), httpConfig });

      expect(updated).toHaveStatus(200);
      expect(updated).toShow({ httpConfig: { httpAuthenticationType: httpConfig.httpAuthenticationType } });
    },
  );

  test(
    `does not read ${kind} back on PATCH`,
    clause('subscriptions.secrets', {
      operation: 'patchSubscription',
      status: 200,
      needs,
    }),
    async ({ api, subscriptions }) => {
      const { id } = await subscriptions.create();
      const value = configOf(subscriptions.secret());

      const patched = await api.patchSubscription(id, [{ op: 'replace', path: '/httpConfig', value }]);

      expect(patched).toHaveStatus(200);
      expect(patched).toKeep({
        holds: objectOf(patched).id === id,
        expected: `id ${id}`,
        seen: String(objectOf(patched).id),
      });
    },
  );
}
