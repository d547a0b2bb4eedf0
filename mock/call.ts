import type { OperationId } from '../contracts/operations.ts';
import type { ApiVersion } from '../contracts/versions.ts';
import type { TokenRecord } from './plugins/tokens.ts';

/** One request on its way through the stages, which fill in what they found out. */
export type Call = {
  readonly operation: OperationId;
  readonly apiVersion: ApiVersion;
  /** 32 hexadecimal digits; the answer and the log of a real tenant name the request by it. */
  readonly requestId: string;
  /** The `{id}` of the path; empty where the path has none. */
  readonly id: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawBody: Buffer | undefined;
  /** Set by `authenticate`: the token that the request bears, where it is good. */
  token?: TokenRecord;
  /** Set by `read`: the JSON of the body. */
  body?: unknown;
};

/** An answer before it is written: `body` is what becomes JSON; left out where there is none. */
export type Reply = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body?: unknown;
}>;

/** One thing wrong with a request: where, as a dotted name of the field, and what. */
export type Problem = Readonly<{ field: string; text: string }>;

/** What reading a part of a request came to. */
export type Reading<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; problem: Problem }>;

export const read = <Value>(value: Value): Reading<Value> => ({ ok: true, value });

export const refuse = (field: string, text: string): Reading<never> => ({
  ok: false,
  problem: { field, text },
});
