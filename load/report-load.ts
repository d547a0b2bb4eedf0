import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../gate/gate-options.ts';
import { colourWanted } from '../reports/conformance/paint.ts';
import { loadConsole, loadHead } from '../reports/load/console.ts';
import type { LoadReport, ScenarioReport } from '../reports/load/load-report.ts';
import { loadReport } from '../reports/load/model.ts';
import { writeLoadFiles } from '../reports/load/write.ts';
import { type FoundPart, findParts } from './parts/part.ts';
import { recount } from './parts/recount.ts';

type Options = Readonly<{ folder: string; print: (text: string) => void }>;

const reportName = 'load.json';

/** Whether a folder holds a load run: its report, or raw files to count. */
export const holdsLoadRun = (folder: string): boolean =>
  existsSync(join(folder, reportName)) || (existsSync(folder) && findParts(folder).length > 0);

/**
 * Counts a load run again from what its runners wrote, whoever started them, and writes and prints its reports. What
 * has no raw files is taken from the report that is there. Gives the exit code of the verdict.
 */
export const reportLoad = async ({ folder, print }: Options): Promise<number> => {
  const file = join(folder, reportName);
  const before: LoadReport | undefined = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : undefined;
  const found = findParts(folder);
  const report = merged(before, found, await recount(folder, found));
  const path = writeLoadFiles(folder, report);
  const { env } = process;
  print(
    `${loadHead({ ...report, scenarios: report.scenarios.map(({ name }) => name) }).join('\n')}\n` +
      loadConsole(report, {
        colour: colourWanted({ env, terminal: process.stdout.isTTY === true, noColor: false }),
        reportPath: path,
      }),
  );

  return report.exitCode;
};

const merged = (
  before: LoadReport | undefined,
  found: readonly FoundPart[],
  counted: readonly ScenarioReport[],
): LoadReport => {
  const head = found[0]?.head;
  const about = before ?? head;
  if (about === undefined) throw new UsageError('There is nothing to report.');
  const kept = before?.scenarios ?? [];
  const names = new Set(counted.map(({ name }) => name));
  const scenarios = [...counted, ...kept.filter(({ name }) => !names.has(name))].toSorted(
    (one, other) => orderOf(kept, one) - orderOf(kept, other),
  );
  const skipped = before?.skipped ?? [];
  const done = new Set([...scenarios, ...skipped].map(({ name }) => name));

  return loadReport({
    tool: about.tool,
    run: {
      ...about.run,
      seconds: before?.run.seconds ?? scenarios.reduce((sum, { seconds }) => sum + seconds, 0),
    },
    target: about.target,
    conditions: { ...about.conditions, machineCpuShare: before?.conditions.machineCpuShare ?? null },
    scenarios,
    skipped,
    leftovers: before?.leftovers ?? [],
    unfinished: (head?.scenarios ?? [])
      .filter((name) => !done.has(name))
      .map((name) => `${name} did not run to its end`),
    interrupted: before?.exitCode === 130,
  });
};

/** As they stood before; what is new comes last. */
const orderOf = (kept: readonly ScenarioReport[], { name }: ScenarioReport): number => {
  const place = kept.findIndex((scenario) => scenario.name === name);

  return place < 0 ? kept.length : place;
};
