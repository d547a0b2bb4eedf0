import { UsageError } from '../../gate/gate-options.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import { openDatabase } from '../samples/database.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import { loadPart } from './load-part.ts';
import type { FoundPart, Part } from './part.ts';
import { readPods } from './read-pods.ts';
import { type CountedPart, reportParts } from './report-parts.ts';

/** Counts a run again from its raw files: the report of each scenario that has parts in its folder. */
export const recount = async (
  folder: string,
  found: readonly FoundPart[],
): Promise<readonly ScenarioReport[]> => {
  const reports: ScenarioReport[] = [];
  for (const [scenario, parts] of byScenario(found)) {
    if (new Set(parts.map(({ part }) => part.part)).size < parts.length)
      throw new UsageError(
        `${folder} holds parts of more than one run of ${scenario}: take each in a folder of its own.`,
      );
    using database = await openDatabase(folder);
    await database.run(dispatchTables);
    const counted: CountedPart[] = [];
    for (const { folder: own, part, end } of parts) {
      await loadPart(database, own, part);
      counted.push({ part, end: end ?? endOfPods(own) });
    }
    reports.push(await reportParts(database, counted));
  }

  return reports;
};

const byScenario = (found: readonly FoundPart[]): ReadonlyMap<Part['scenario'], readonly FoundPart[]> => {
  const groups = new Map<Part['scenario'], FoundPart[]>();
  for (const each of found) groups.set(each.part.scenario, [...(groups.get(each.part.scenario) ?? []), each]);

  return groups;
};

/** Of runners that others started, what is known is what was saved of them. */
const endOfPods = (folder: string): PartEnd => ({ runners: readPods(folder), stopped: undefined });
