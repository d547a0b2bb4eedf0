import type { Signals } from '../../gate/signals.ts';
import type { Database } from '../samples/database.ts';

type Drain = Readonly<{
  database: Database;
  leg: number;
  /** Reads the files anew. */
  load: () => Promise<void>;
  visible: boolean;
  /** An event has so long to its end. */
  limitMs: number;
  /** Aborted when what the events would come through has gone. */
  stop: AbortSignal;
  signals: Signals;
}>;

const pauseMs = 500;
/** What an event gets behind its deadline, so that a late end is told from none. */
const graceMs = 2000;

/** Waits until every event has come to its end or is past its deadline. */
export const drain = async ({
  database,
  leg,
  load,
  visible,
  limitMs,
  stop,
  signals,
}: Drain): Promise<void> => {
  const until = performance.now() + limitMs + graceMs;
  while (!stop.aborted && !signals.first.aborted) {
    await load();
    const [row] = await database.rows(unresolved(leg, visible));
    if (Number(row?.open ?? 0) === 0 || performance.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

const unresolved = (leg: number, visible: boolean): string => `
select count(*) as open from deliveries where leg = ${leg} and (
  delivered is null or answered is null
  or (mode in ('ASYNC', 'DYNAMIC') and completed is null and not coalesce(failed, false))
  ${visible ? 'or visible is null' : ''}
)`;
