import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../samples/database.ts';
import { loadDispatched } from '../samples/load-dispatched.ts';
import { loadLeg } from '../samples/load-leg.ts';
import type { RunnerFiles } from '../samples/raw-views.ts';
import type { Part } from './part.ts';

/** Takes the raw files of a part, those of all its runners, into the tables, in place of what was read of it before. */
export const loadPart = (database: Database, folder: string, part: Part): Promise<void> => {
  const files = {
    leg: part.part,
    mark: part.mark,
    steps: part.steps,
    segments: part.segments,
    fanOut: part.scenario === 'subscriber' ? 1 : part.fanOut,
    runners: runnerFiles(folder),
    journal: join(folder, 'journal.csv'),
  };

  return part.scenario === 'subscriber'
    ? loadDispatched(database, { ...files, mode: part.mode, secret: part.secret })
    : loadLeg(database, { ...files, targets: part.targets, statuses: join(folder, 'statuses.csv') });
};

const rowsEnding = '.rows.csv';

/** What each runner wrote: `name.rows.csv`, and `name.csv.gz` beside it. */
const runnerFiles = (folder: string): readonly RunnerFiles[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(rowsEnding))
    .toSorted()
    .map((name) => ({
      rows: join(folder, name),
      metrics: join(folder, `${name.slice(0, -rowsEnding.length)}.csv.gz`),
    }));
