import type { OperationId } from '../contracts/operations.ts';
import type { ApiVersion } from '../contracts/versions.ts';
import type { Query } from './endpoint.ts';
import type { Identity, LiveExchange } from './exchange.ts';

export type ListOperation = Extract<OperationId, `list${string}`>;

export type WalkOptions = Readonly<{
  version: ApiVersion;
  /** Items a page, 1 to 250. */
  limit: number;
  sorters?: string;
  filters?: string;
  query?: Query;
  as?: Identity;
}>;

export type Page = Readonly<{ offset: number; items: readonly unknown[]; exchange: LiveExchange }>;

/** A page that is no list: the walk could not go on. */
export class WalkError extends Error {
  override readonly name = 'WalkError';
  readonly exchange: LiveExchange;

  constructor(operation: ListOperation, offset: number, exchange: LiveExchange) {
    const { status, body } = exchange.response;
    super(
      `${operation}: the page at offset ${offset} is no list but ${status} with ${body === undefined ? 'no JSON' : 'other JSON'}.`,
    );
    this.exchange = exchange;
  }
}

type Get = (
  operation: ListOperation,
  options: Readonly<{ version: ApiVersion; query: Query; as?: Identity }>,
) => Promise<LiveExchange>;

/**
 * Walks a collection page by page until a page is empty, or its offset is refused with a 4xx. A short page ends
 * nothing, since a tenant may give less than asked for; a page equal to the one before it does, since its tenant
 * ignores the offset. Throws WalkError for any other answer than a list.
 */
export async function* walk(
  get: Get,
  operation: ListOperation,
  { version, limit, sorters, filters, query, as }: WalkOptions,
): AsyncGenerator<Page, void, undefined> {
  let last = '';

  for (let offset = 0; ; ) {
    const exchange = await get(operation, {
      version,
      query: { limit, offset, filters, sorters, ...query },
      ...(as ? { as } : {}),
    });
    const { status } = exchange.response;
    const items = exchange.live.body;
    if (offset > 0 && isRefusedOffset(status)) return;
    if (status !== 200 || !Array.isArray(items)) throw new WalkError(operation, offset, exchange);
    if (items.length === 0 && offset > 0) return;

    yield { offset, items, exchange };
    if (items.length === 0 || exchange.live.text === last) return;
    last = exchange.live.text;
    offset += items.length;
  }
}

/** A sibling collection refuses an offset at its end; no token, no scope and no quota are other matters. */
const isRefusedOffset = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 403, 429].includes(status);
