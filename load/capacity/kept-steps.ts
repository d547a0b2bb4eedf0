import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../client/make-folder.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { StepSamples } from '../../reports/capacity/steps/step.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import { type Database, literal, openDatabase } from '../samples/database.ts';
import { readStepFacts, type StepFacts, stepFactsText } from './step-facts.ts';
import { readSamples } from './step-samples.ts';

const folderOf = (run: string): string => join(run, 'steps');

/** Keeps a step in the run's folder: its samples first, its facts last, so that half a step is none. */
export const keepStep = async (
  database: Database,
  { run, facts }: Readonly<{ run: string; facts: StepFacts }>,
): Promise<void> => {
  const folder = folderOf(run);
  makeFolder(folder);
  const last = Number(/\d+/.exec(namesIn(run).at(-1) ?? '0')?.[0]);
  const name = `step-${String(last + 1).padStart(2, '0')}`;
  for (const table of tables)
    await database.run(`copy ${table} to ${literal(join(folder, fileOf(name, table)))} (format parquet)`);
  writeWhole(join(folder, `${name}.json`), stepFactsText(facts));
};

/**
 * The steps that a run kept, in their order, with `limitMs` as the response deadline. Throws UsageError where there is
 * none, one cannot be read, or one was driven with a shorter deadline: then nobody waited for what came behind it.
 */
export const readKeptSteps = async (run: string, limitMs: number): Promise<readonly StepSamples[]> => {
  const names = namesIn(run);
  if (names.length === 0)
    throw new UsageError(
      `${run} holds no steps of a capacity run (steps/step-01.json). Name the folder of one, such as results/latest.`,
    );
  const folder = folderOf(run);
  using database = await openDatabase(folder);
  const steps: StepSamples[] = [];
  for (const name of names) {
    try {
      const { limitMs: waitedMs, ...facts } = readStepFacts(join(folder, `${name}.json`));
      if (limitMs > waitedMs)
        throw new Error(
          `it was driven with a deadline of ${waitedMs / 1000} s, which says nothing of ${limitMs / 1000} s; drive it again`,
        );
      for (const table of tables)
        await database.run(
          `create or replace view ${table} as select * from read_parquet(${literal(join(folder, fileOf(name, table)))})`,
        );
      steps.push({ ...facts, ...(await readSamples(database, limitMs)) });
    } catch (error) {
      throw new UsageError(
        `${join(folder, name)} cannot be used: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}. Remove its files to analyse the other steps.`,
      );
    }
  }

  return steps;
};

/** Copies the steps of a run into another's folder, so that an analysis holds what it stands on. */
export const copyKeptSteps = (from: string, to: string): void => {
  makeFolder(folderOf(to));
  for (const name of namesIn(from))
    for (const file of filesOf(name)) copyFileSync(join(folderOf(from), file), join(folderOf(to), file));
};

/** Takes away the steps whose generator fell behind: they are driven again. */
export const dropUncertified = (run: string): void => {
  for (const name of namesIn(run)) {
    const { certificate } = readStepFacts(join(folderOf(run), `${name}.json`));
    if (certificate?.valid === true) continue;
    for (const file of filesOf(name)) rmSync(join(folderOf(run), file), { force: true });
  }
};

const tables = ['samples', 'counts'] as const;

const fileOf = (name: string, table: (typeof tables)[number]): string => `${name}-${table}.parquet`;

/** The facts first: what is left without them is no step. */
const filesOf = (name: string): readonly string[] => [
  `${name}.json`,
  ...tables.map((table) => fileOf(name, table)),
];

const namesIn = (run: string): readonly string[] =>
  existsSync(folderOf(run))
    ? readdirSync(folderOf(run))
        .filter((name) => /^step-\d+\.json$/.test(name))
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
    : [];
