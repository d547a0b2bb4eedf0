import { resolve } from 'node:path';
import { acknowledgedOn } from '../../reports/history/acknowledgements/acknowledgements.ts';
import type { Night } from '../../reports/history/night.ts';
import { daysBack } from '../../reports/history/past.ts';
import { HistoryError, messageOf, requireDuckDb } from '../../reports/history/store/database.ts';
import { type History, noHistory } from '../../reports/history/store/history.ts';
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
  /** Why no earlier night could be read, and what to do; undefined where they were, or there is none. */
  historyFault: string | undefined;
  acknowledged: ReadonlyMap<string, string>;
  /** Adds a night, and removes those that are too old. Gives what went wrong, or undefined; never throws. */
  keep: (night: Night) => Promise<string | undefined>;
}>;

/**
 * Reads the history of a tenant; what cannot be read ends nothing: a tenant is judged whatever became of its history.
 * Beside a history that cannot be read no night is kept: it would tell those after it that everything began in it.
 * Throws HistoryError where DuckDB is not installed, so that a first run says it.
 */
export const openNights = async ({ folder, host, now, keepDays }: Where): Promise<Nights> => {
  await requireDuckDb();
  const own = tenantFolder(resolve(folder), host);
  const { history, historyFault } = await read(own, now);

  return {
    history,
    historyFault,
    acknowledged: acknowledgedOn(own, now.toISOString().slice(0, 10)),
    keep: async (night) => {
      if (historyFault !== undefined) return undefined;
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

const read = async (own: string, now: Date): Promise<Pick<Nights, 'history' | 'historyFault'>> => {
  try {
    const history = await readHistory(own, { before: now.getTime(), days: daysBack });
    return { history, historyFault: undefined };
  } catch (error) {
    const why =
      error instanceof HistoryError
        ? error.message
        : `The history in ${own} cannot be read: ${messageOf(error)}. Name another folder with --history.`;
    return { history: noHistory, historyFault: `${why} This night is not kept.` };
  }
};
