import { createApp } from './app.ts';
import { type VirtualClock, virtualClock } from './clock.ts';
import { seededRandom } from './random.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

/** An answer as the unit tests look at it. */
export type Answer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
  body: unknown;
}>;

export type Sent = Readonly<{
  /** Becomes JSON; a string or a buffer goes as it is. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Whose token goes with the request; `none` for no token. Default `full`. */
  as?: 'full' | 'readonly' | 'noscope' | 'none';
}>;

/** A tenant that tests speak to without a socket. */
export type TestTenant = Readonly<{
  tenant: Tenant;
  clock: VirtualClock;
  send: (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, sent?: Sent) => Promise<Answer>;
  /** Creates a subscription of the draft and gives its JSON. */
  subscribe: (draft?: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
}>;

export const draft = {
  name: 'unit test',
  triggerId: 'idn:identity-created',
  type: 'HTTP',
  httpConfig: { url: 'http://127.0.0.1:9/', httpDispatchMode: 'SYNC' },
};

export const openTestTenant = async (options: Partial<TenantOptions> = {}): Promise<TestTenant> => {
  const clock = virtualClock();
  const tenant = createTenant({ clock, random: seededRandom('unit tests'), ...options });
  const app = createApp(tenant);
  const tokens = {
    full: await bearer(tenant, 'full'),
    readonly: await bearer(tenant, 'readonly'),
    noscope: await bearer(tenant, 'noscope'),
    none: {},
  };

  const send: TestTenant['send'] = async (method, path, { body, headers, as = 'full' } = {}) => {
    const type = method === 'PATCH' ? 'application/json-patch+json' : 'application/json';
    const response = await app.inject({
      method,
      url: path,
      headers: { ...tokens[as], ...(body !== undefined && { 'content-type': type }), ...headers },
      ...(body !== undefined && { payload: isBytes(body) ? body : JSON.stringify(body) }),
    });

    return {
      status: response.statusCode,
      headers: response.headers as Readonly<Record<string, string>>,
      text: response.payload,
      body: parse(response.payload),
    };
  };

  return {
    tenant,
    clock,
    send,
    subscribe: async (changes = {}) => {
      const created = await send('POST', '/beta/trigger-subscriptions', { body: { ...draft, ...changes } });
      if (created.status !== 201) throw new Error(`not created: ${created.text}`);

      return created.body as Readonly<Record<string, unknown>>;
    },
  };
};

/** The text of the first cause of an error. */
export const causeOf = ({ body }: Answer): unknown =>
  (body as Readonly<{ causes?: readonly Readonly<{ text: string }>[] }>).causes?.[0]?.text;

const bearer = async (
  tenant: Tenant,
  client: 'full' | 'readonly' | 'noscope',
): Promise<Record<string, string>> => ({
  authorization: `Bearer ${(await tenant.tokens.issue(tenant.clients[client], 365 * 86_400)).access_token}`,
});

const isBytes = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
