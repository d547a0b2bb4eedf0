import { resolve } from 'node:path';
import { acknowledgedOn } from '../../reports/history/acknowledgements/acknowledgements.ts';
import type { Night } from '../../reports/history/night.ts';
import { daysBack } from '../../reports/history/past.ts';
import { messageOf, requireDuckDb } from '../../reports/history/store/database.ts';
import type { History } from '../../reports/history/store/history.ts';
import { removeOld, tenantFolder } from '../../reports/history/store/night-files.ts';
import { readHistory } from '../../reports/history/store/read-history.ts';
import { writeNight } from '../../reports/history/store/write-night.ts';

type Where = Readonly<{
  /** Folder of the nights of all tenants. */
  folder: string;
  host: string;
  now: Date;
  /** How long nights are kept. */
  keepDays: number;
}>;

/** The nights of a tenant before this one, and what somebody answers for. */
export type Nights = Readonly<{
  history: History;
  acknowledged: ReadonlyMap<string, string>;
  /** Adds a night, and removes those that are too old. Gives what went wrong, or undefined; never throws. */
  keep: (night: Night) => Promise<string | undefined>;
}>;

/** Reads the history of a tenant. Throws HistoryError where that cannot be done. */
export const openNights = async ({ folder, host, now, keepDays }: Where): Promise<Nights> => {
  await requireDuckDb();
  const own = tenantFolder(resolve(folder), host);

  return {
    history: await readHistory(own, { before: now.getTime(), measureDays: daysBack }),
    acknowledged: acknowledgedOn(own, now.toISOString().slice(0, 10)),
    keep: async (night) => {
      try {
        await writeNight(own, night);
        removeOld(own, { now: now.getTime(), days: keepDays });
        return undefined;
      } catch (error) {
        return messageOf(error);
      }
    },
  };
};
