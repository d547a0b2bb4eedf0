import type { MockTenant } from './mock-tenant.ts';

const secretName = /^(?:password|bearerToken|secret|client_secret|access_token)$/;

/** A text by which nobody is taken for anybody, as tests of refusals send it. */
const isTelling = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 8 && /\d/.test(value);

/**
 * Every secret of a tenant, and it grows: those of its settings, those it is told in a body, those it gives out, and
 * what its callback addresses hold.
 */
export const watchedSecrets = ({ mock, env }: MockTenant): ReadonlySet<string> => {
  const secrets = new Set(
    Object.entries(env).flatMap(([name, value]) => (/_SECRET$|_TOKEN$/.test(name) ? value : [])),
  );
  const note = (value: unknown): void => {
    for (const secret of secretsIn(value)) if (isTelling(secret)) secrets.add(secret);
  };
  const { seams } = mock.tenant;
  const { respond, answerGrant, dispatch } = seams;
  const { callbackURL } = dispatch;

  seams.respond = (reply, call, tenant) => {
    note([call.body, reply.body]);
    return respond(reply, call, tenant);
  };
  seams.answerGrant = async (parameters, tenant) => {
    const answer = await answerGrant(parameters, tenant);
    note([Object.fromEntries(parameters), answer.body]);
    return answer;
  };
  dispatch.callbackURL = (id, call, tenant) => {
    const secret = `CANARY-${id}`;
    secrets.add(secret);
    return `${callbackURL(id, call, tenant)}?token=${secret}`;
  };

  return secrets;
};

/** What stands in members that hold secrets, and what a JSON patch writes into one. */
const secretsIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { path, value: written } = value as Readonly<Record<string, unknown>>;
  const name = typeof path === 'string' ? (path.split('/').at(-1) ?? '') : '';

  return [
    ...(secretName.test(name) ? [written] : []),
    ...Object.entries(value).flatMap(([key, member]) =>
      secretName.test(key) ? [member] : secretsIn(member),
    ),
  ];
};
