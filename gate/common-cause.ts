import type { LiveExchange } from '../client/exchange.ts';
import { type ApiVersion, versions } from '../contracts/versions.ts';

/** What all answers have in common where nothing can be judged by them, in a sentence that says what to do. */
export const commonCause = (
  answers: readonly LiveExchange[],
  version: ApiVersion,
  host: string,
): string | undefined => {
  const [first] = answers;
  const cause = causes.find(({ applies }) => answers.every(applies));

  return first && cause?.tell(first, version, host);
};

type Cause = Readonly<{
  applies: (exchange: LiveExchange) => boolean;
  tell: (exchange: LiveExchange, version: ApiVersion, host: string) => string;
}>;

const saying =
  (pattern: RegExp) =>
  ({ live }: LiveExchange): boolean =>
    pattern.test(live.text);

/** What every list answers alike, and what it means; the first that applies is told. */
const causes: readonly Cause[] = [
  {
    applies: saying(/experimental header/i),
    tell: (_, version) =>
      `${version} asks for the header ${Object.keys(versions.v2024.headers)[0]} on every request, which this run ${'X-SailPoint-Experimental' in versions[version].headers ? 'sent' : 'does not send on this version'}. ` +
      'Choose another version with ISC_API_VERSION, or ask the vendor.',
  },
  {
    applies: ({ response }) => response.status === 401,
    tell: ({ live }, version, host) =>
      `${host} refuses its own token on ${version}: 401 ${live.text.slice(0, 120)}. ` +
      'Check that SAIL_BASE_URL is the API of the tenant that SAIL_CLIENT_ID belongs to.',
  },
  {
    applies: ({ response }) => response.status === 403,
    tell: (_, version, host) =>
      `This client may not call the trigger operations of ${version} on ${host}: 403 for every list, though it got a token. ` +
      'Use a personal access token of an ORG_ADMIN, with the scopes of the trigger service.',
  },
  {
    applies: ({ response }) => [502, 503, 504].includes(response.status),
    tell: ({ response }, _, host) =>
      `${host} is not reached: something in between answers ${response.status} to everything. Try again later, or ask who runs the proxy.`,
  },
  {
    applies: ({ response, live }) => response.status < 400 && live.body === undefined,
    tell: ({ response }, _, host) =>
      `${host} answers ${response.headers['content-type']?.split(';')[0] ?? 'something'} in place of JSON. ` +
      'SAIL_BASE_URL must be the API address, as https://TENANT.api.identitynow.com, and no login page may stand before it.',
  },
  {
    applies: ({ response }) => response.status === 404,
    tell: (_, version, host) =>
      `${host} has no trigger operations under ${version}: 404 for every list. Check SAIL_BASE_URL and ISC_API_VERSION.`,
  },
];
