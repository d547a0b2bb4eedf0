import type { Problem, Reply } from '../call.ts';

/** Documented wording per status of an ErrorResponseDto: the code, and the reason in general terms. */
const documented: Readonly<Record<number, Readonly<{ detailCode: string; text: string }>>> = {
  400: {
    detailCode: '400.1 Bad Request Content',
    text: 'The request was syntactically correct but its content is semantically invalid.',
  },
  403: {
    detailCode: '403 Forbidden',
    text: 'The server understood the request but refuses to authorize it.',
  },
  404: {
    detailCode: '404 Not found',
    text: 'The server did not find a current representation for the target resource.',
  },
  500: { detailCode: '500.0 Internal Fault', text: 'An internal fault occurred.' },
};

/** An ErrorResponseDto. The reasons stand in `causes`, as on real tenants. */
export const errorReply = (status: number, trackingId: string, causes: readonly string[] = []): Reply => {
  const { detailCode, text } = documented[status] ?? {
    detailCode: String(status),
    text: 'The request failed.',
  };

  return {
    status,
    headers: {},
    body: { detailCode, trackingId, messages: [message(text)], causes: causes.map(message) },
  };
};

/** The 400 for what is wrong with a request; each cause begins with the name of the field. */
export const badRequest = (trackingId: string, problems: readonly Problem[]): Reply =>
  errorReply(
    400,
    trackingId,
    problems.map(({ field, text }) => `${field}: ${text}`),
  );

/** The 401 of the gateway, which has a shape of its own. */
export const unauthorized = (error: string): Reply => ({ status: 401, headers: {}, body: { error } });

/** The 429 of the gateway. @param retryAfter whole seconds */
export const tooManyRequests = (retryAfter: number): Reply => ({
  status: 429,
  headers: { 'Retry-After': String(retryAfter) },
  body: { message: ' Rate Limit Exceeded ' },
});

const message = (text: string) => ({ locale: 'en-US', localeOrigin: 'DEFAULT', text });
