import type { Exchange, LiveExchange } from '../../client/exchange.ts';
import type { OperationId } from '../../contracts/operations.ts';
import type { Recorder } from './recorder.ts';

/** What a spec gets of an exchange: the live body (secrets included) and the masked exchange for reports. */
export type Answer = Readonly<{
  operation: OperationId;
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` where there was none. */
  body: unknown;
  text: string;
  exchange: Exchange;
  recorder: Recorder;
}>;

export const answerOf = (exchange: LiveExchange, recorder: Recorder): Answer => ({
  operation: exchange.operation,
  status: exchange.response.status,
  headers: exchange.response.headers,
  body: exchange.live.body,
  text: exchange.live.text,
  exchange,
  recorder,
});

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as a record; empty where it is none, so that a spec's comparison fails and not its reading. */
export const objectOf = (answer: Answer): JsonObject => (isObject(answer.body) ? answer.body : {});

/** The body as a list of records; what is no object in it is left away (the schema has named it already). */
export const recordsOf = (answer: Answer): readonly JsonObject[] =>
  Array.isArray(answer.body) ? answer.body.filter(isObject) : [];

/** An answer in a few words: `200, 37 records`, `400, "name is required"`. */
export const inBrief = ({ status, body, text }: Answer): string => `${status}, ${describeBody(body, text)}`;

const describeBody = (body: unknown, text: string): string => {
  if (Array.isArray(body)) return `${body.length} record${body.length === 1 ? '' : 's'}`;
  if (!isObject(body)) return text === '' ? 'no body' : 'a body that is no JSON object';

  const reason = reasonOf(body);
  const told = typeof reason === 'string' ? JSON.stringify(reason.trim().slice(0, 200)) : 'an object';
  return typeof body.trackingId === 'string' ? `${told}, trackingId ${body.trackingId.slice(0, 64)}` : told;
};

/** Where the documented errors, and those of gateways, say what is wrong. */
const reasonOf = (body: JsonObject): unknown =>
  firstText(body.causes) ??
  firstText(body.messages) ??
  ['error_description', 'error', 'errorMessage', 'detailMessage', 'message']
    .map((name) => body[name])
    .find((text) => typeof text === 'string' && text !== '');

const firstText = (messages: unknown): string | undefined => {
  if (!Array.isArray(messages)) return undefined;
  const [first] = messages.filter(isObject);
  return typeof first?.text === 'string' ? first.text : undefined;
};

/** The last of at least one. */
export const lastOf = <T>(items: readonly T[]): T => {
  const last = items.at(-1);
  if (last === undefined) throw new Error('There is none.');

  return last;
};
