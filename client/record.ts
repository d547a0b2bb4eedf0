import type { OperationId } from '../contracts/operations.ts';
import type { ApiVersion } from '../contracts/versions.ts';
import type { Exchange, Identity, LiveExchange } from './exchange.ts';
import type { Masker } from './masker.ts';
import { parseJson } from './parse-json.ts';
import type { WireRequest, WireResponse } from './round-trip.ts';

export type Recorded = Readonly<{
  operation: OperationId;
  apiVersion: ApiVersion;
  identity: Identity;
  request: WireRequest;
  response: WireResponse;
  /** Milliseconds since the epoch. */
  startedAt: number;
  waitedOut: number;
}>;

/** Makes the exchange of a request and its answer: masked, with the answer as it came beside it. */
export function record({ request, response, ...told }: Recorded, masker: Masker): LiveExchange {
  const sent = request.body === undefined ? undefined : Buffer.from(request.body).toString('utf8');
  const body = parseJson(response.text);
  masker.harvest(parseJson(sent));
  masker.harvest(body);

  const exchange: Exchange = {
    operation: told.operation,
    apiVersion: told.apiVersion,
    identity: told.identity,
    request: {
      method: request.method,
      url: masker.mask(request.url),
      headers: mapValues(request.headers, (value, name) =>
        name.toLowerCase() === 'authorization' ? maskAuthorization(value, masker) : masker.mask(value),
      ),
      ...(sent === undefined ? {} : { body: masker.mask(sent) }),
    },
    response: answerOf(response, body, masker),
    startedAt: new Date(told.startedAt).toISOString(),
    milliseconds: response.milliseconds,
    waitedOut: told.waitedOut,
  };

  return Object.defineProperty(exchange as LiveExchange, 'live', { value: { text: response.text, body } });
}

/**
 * The answer with its text and body masked when they are read for the first time: most exchanges are judged live and
 * never stored, and to look for every secret in every answer is most of what a run would do.
 */
const answerOf = (
  { status, headers, text }: WireResponse,
  body: unknown,
  masker: Masker,
): Exchange['response'] => {
  let masked: Readonly<{ text: string; body: unknown }> | undefined;
  const read = () => {
    masked ??= maskAnswer(text, body, masker);
    return masked;
  };

  return {
    status,
    headers: mapValues(headers, masker.mask),
    get text() {
      return read().text;
    },
    get body() {
      return read().body;
    },
  };
};

/** Text and body say the same: a secret that only shows when escapes are undone is masked in both. */
const maskAnswer = (text: string, body: unknown, masker: Masker): { text: string; body: unknown } => {
  const maskedText = masker.mask(text);
  if (body === undefined || (maskedText === text && !text.includes('\\'))) return { text: maskedText, body };
  const maskedBody = masker.maskJson(body);
  const agree = JSON.stringify(parseJson(maskedText)) === JSON.stringify(maskedBody);

  return { text: agree ? maskedText : JSON.stringify(maskedBody), body: maskedBody };
};

/** Whatever a spec puts behind the scheme is hidden; a token that is known becomes its variable. */
const maskAuthorization = (value: string, masker: Masker): string => {
  const masked = masker.mask(value);
  const [scheme, ...rest] = masked.split(' ');
  if (rest.length === 0 || /^\$\w+$/.test(rest.join(' '))) return rest.length === 0 ? '[masked]' : masked;

  return `${scheme} [masked]`;
};

const mapValues = (
  record: Readonly<Record<string, string>>,
  change: (value: string, name: string) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
