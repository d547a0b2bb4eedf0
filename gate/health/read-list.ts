import type { Client } from '../../client/client.ts';
import type { Clock } from '../../client/clock.ts';
import { TransportError } from '../../client/errors.ts';
import type { LiveExchange } from '../../client/exchange.ts';
import { type ListOperation, walk } from '../../client/walk.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import { mostFetched } from '../../dispatch/retention.ts';
import { UsageError } from '../gate-options.ts';
import { isObject, type JsonObject } from './json.ts';

export type ListReader = Readonly<{
  client: Pick<Client, 'call'>;
  clock: Clock;
  version: ApiVersion;
  /** Told of each request that got no answer. */
  onFailure: (operation: ListOperation, startedAt: number) => void;
}>;

export type List<Fact> = Readonly<{
  sorters: string;
  reduce: (record: JsonObject) => Fact;
  /** Records are added all the time, and old ones drop out of it: its count is nearly right only. */
  grows?: boolean;
}>;

type ReadList<Fact> = Readonly<{
  records: readonly Fact[];
  /** X-Total-Count of the last page; undefined where the tenant tells none. */
  total: number | undefined;
}>;

/** A request that only reads may be sent again; pauses before it is, in ms. */
const pauses = [1000, 4000];

/** Records a page, the most that can be asked for. */
const pageSize = 250;

/**
 * Reads a whole collection, in the tenant's order and each id once, and keeps of each record what `reduce` makes of it.
 * A page that fails is asked for again, and a collection that was changed meanwhile, so that records are missing, is
 * read once more. Throws WalkError, UsageError, TransportError and what else a client throws.
 */
export const readList = async <Fact>(
  reader: ListReader,
  operation: ListOperation,
  list: List<Fact>,
): Promise<readonly Fact[]> => {
  const first = await readOnce(reader, operation, list);
  if (isWhole(first, list)) return first.records;

  const second = await readOnce(reader, operation, list);
  if (isWhole(second, list)) return second.records;

  throw new UsageError(
    `${operation} counts ${second.total} records and gave ${second.records.length}, twice: the tenant leaves some out, or others change the list all the time. Try again later.`,
  );
};

/** Of invocations no more than so many can be fetched, whatever their count says. */
const isWhole = ({ records, total = 0 }: ReadList<unknown>, { grows = false }: List<unknown>): boolean =>
  records.length >= (grows ? Math.min(total, mostFetched) * 0.9 : total);

const readOnce = async <Fact>(
  reader: ListReader,
  operation: ListOperation,
  { sorters, reduce }: List<Fact>,
): Promise<ReadList<Fact>> => {
  const records = new Map<unknown, Fact>();
  let total: number | undefined;
  const pages = walk((...call) => patiently(reader, ...call), operation, {
    version: reader.version,
    limit: pageSize,
    sorters,
    query: { count: true },
  });
  for await (const { items, exchange } of pages) {
    const told = exchange.response.headers['x-total-count'];
    if (told !== undefined && /^\d+$/.test(told)) total = Number(told);
    for (const item of items) if (isObject(item)) records.set(item.id, reduce(item));
  }

  return { records: [...records.values()], total };
};

const patiently = async (
  { client, clock, onFailure }: ListReader,
  operation: ListOperation,
  options: Parameters<Client['call']>[1],
): Promise<LiveExchange> => {
  for (let tries = 0; ; tries += 1) {
    const pause = pauses[tries];
    const startedAt = clock.now();
    try {
      const exchange = await client.call(operation, options);
      if (exchange.response.status < 500 || pause === undefined) return exchange;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      onFailure(operation, startedAt);
      if (pause === undefined) throw error;
    }
    await clock.sleep(pause);
  }
};
