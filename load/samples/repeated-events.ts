import type { Database } from './database.ts';

/** Events of a run that stand in the file of a second runner as well. */
export const repeatedEvents = async (database: Database): Promise<number> => {
  const [row] = await database.rows('select coalesce(sum(events), 0)::bigint as events from repeated');

  return Number(row?.events ?? 0);
};
