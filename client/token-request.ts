import { acceptedEncodings } from './decode-body.ts';
import type { WireRequest } from './round-trip.ts';

/** How client credentials travel: each way is documented, and some SDK uses it. */
export type TokenForm = 'form' | 'multipart' | 'query';

export type TokenAsk = Readonly<{
  /** Address of the token endpoint. */
  url: string;
  clientId: string;
  clientSecret: string;
  userAgent: string;
  form?: TokenForm;
}>;

type Body = Readonly<{ url?: string; contentType?: string; body?: Uint8Array }>;

const bodies: Readonly<Record<TokenForm, (fields: Record<string, string>, url: string) => Body>> = {
  form: (fields) => ({
    contentType: 'application/x-www-form-urlencoded',
    body: Buffer.from(new URLSearchParams(fields).toString()),
  }),
  multipart: (fields) => {
    const boundary = '--------------------------106b6d7a5c3e4f2809d1c2e7';
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );

    return {
      contentType: `multipart/form-data; boundary=${boundary}`,
      body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`),
    };
  },
  query: (fields, url) => ({ url: `${url}?${new URLSearchParams(fields)}` }),
};

/** The request for a token by client credentials. */
export const tokenRequest = ({
  url,
  clientId,
  clientSecret,
  userAgent,
  form = 'form',
}: TokenAsk): WireRequest => {
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const { contentType, body, url: whole = url } = bodies[form](fields, url);

  return {
    method: 'POST',
    url: whole,
    headers: {
      Accept: 'application/json',
      'Accept-Encoding': acceptedEncodings,
      ...(contentType && { 'Content-Type': contentType }),
      'User-Agent': userAgent,
    },
    ...(body && { body }),
  };
};
