import exec from 'k6/execution';
import http from 'k6/http';

type Token = Readonly<{ token: string; expiresAt: number }>;

/** A token is renewed this long before it ends, in ms. */
const early = 60_000;

/** The token of a virtual user: the one it was given, later one from the command that runs k6. */
export const createTokenSource = (): (() => string) => {
  let held: Token = { token: __ENV.ISC_LOAD_TOKEN ?? '', expiresAt: Number(__ENV.ISC_LOAD_TOKEN_EXPIRES) };

  return () => {
    if (Date.now() < held.expiresAt - early) return held.token;
    const { status, body } = http.get(__ENV.ISC_LOAD_TOKEN_URL ?? '', { tags: { name: 'token' } });
    if (status === 200 && typeof body === 'string') held = JSON.parse(body);

    return held.token;
  };
};

/**
 * A token for a runner that no command hands one to, with the client whose id and secret its environment has. It lasts
 * for some twelve minutes, and so does the run. For k6's `setup`.
 */
export const ownToken = (tokenUrl: string): string => {
  const { status, body } = http.post(
    tokenUrl,
    {
      grant_type: 'client_credentials',
      client_id: __ENV.ISC_LOAD_CLIENT_ID ?? '',
      client_secret: __ENV.ISC_LOAD_CLIENT_SECRET ?? '',
    },
    { tags: { name: 'token' }, responseType: 'text' },
  );
  const token: unknown = status === 200 && typeof body === 'string' ? JSON.parse(body).access_token : '';
  if (typeof token !== 'string' || token === '')
    exec.test.abort(
      `The tenant gave no token (${status}): ISC_LOAD_CLIENT_ID and ISC_LOAD_CLIENT_SECRET must be in the runners' secret.`,
    );

  return String(token);
};
