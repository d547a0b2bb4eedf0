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
