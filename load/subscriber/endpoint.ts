import { isLoopback } from '../../client/loopback.ts';
import { UsageError } from '../../gate/gate-options.ts';

/** The address of the user's own subscriber. Throws UsageError where it may be somebody else's. */
export const ownEndpoint = (url: string | undefined, owned: string | undefined): URL => {
  if (url === undefined)
    throw new UsageError(
      'The scenario subscriber needs the address of yours: --url http://127.0.0.1:8080/hook.',
    );
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError('--url is no address: write it as http://127.0.0.1:8080/hook.');
  const parsed = new URL(url);
  if (isLoopback(parsed.hostname) || owned === parsed.hostname) return parsed;

  throw new UsageError(
    `${parsed.hostname} is not this machine, and would get real requests. ` +
      `If it is yours, say so: --i-own-this-endpoint ${parsed.hostname}`,
  );
};

/** What the subscriber is shown, from ISC_CHECK_USER and ISC_CHECK_PASSWORD, or ISC_CHECK_BEARER; none of them: nothing. */
export const authorizationOf = ({
  ISC_CHECK_USER: user,
  ISC_CHECK_PASSWORD: password,
  ISC_CHECK_BEARER: bearer,
}: Readonly<Record<string, string | undefined>>): string | undefined => {
  if (bearer) return `Bearer ${bearer}`;

  return user ? `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` : undefined;
};
