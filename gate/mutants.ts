import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { newRunId } from '../client/run-mark.ts';
import { nearest } from '../config/nearest.ts';
import { type Mutant, mutants } from '../mock/faults/index.ts';
import { readRecords } from '../reports/read-records.ts';
import type { TestRecord } from '../reports/record.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import { UsageError } from './gate-options.ts';
import { makeRunFolder } from './run-folder.ts';
import { runSpecs } from './run-specs.ts';
import { tagsOfClause } from './selection.ts';
import { InterruptedError, listenToSignals } from './signals.ts';

export type MutantsOptions = Readonly<{ only?: string; results: string; quiet?: boolean; workers?: number }>;

/** What the gate made of one broken tenant. */
type Fate = Readonly<{
  id: string;
  breaks: string;
  fate: 'killed by its own clause' | 'killed by another' | 'survived';
  /** Clauses and operations that were named, `subscriptions.limit createSubscription`. */
  named: readonly string[];
}>;

/** Judges every broken tenant and tells which ones the gate sees; gives the exit code, 1 where one survives. */
export const runMutants = async (options: MutantsOptions): Promise<number> => {
  const chosen = chosenOf(options.only);
  using signals = listenToSignals();
  const started = Date.now();
  const id = newRunId();
  const folder = makeRunFolder(options.results, 'mutants', id, new Date());
  const judge = async (batch: readonly Mutant[], name: string, selective: boolean) => {
    if (batch.length === 0) return [];
    const run: RunContext = {
      id,
      folder: join(folder, name),
      versions: [],
      mode: 'judge',
      quiet: options.quiet ?? false,
      workers: options.workers ?? 2,
      select: [],
      mutants: batch.map(({ id: mutant, breaks }) => ({
        id: mutant,
        select: selective ? tagsOfClause(breaks) : [],
      })),
    };
    const { interrupted } = await runSpecs({
      run,
      cwd: process.cwd(),
      env: { ...process.env, ISC_TARGET: 'mock' },
      signals,
    });
    if (interrupted) throw new InterruptedError('Interrupted: the mutants were not all judged.');
    const records = readRecords(run.folder)?.records ?? [];
    if (records.length === 0)
      throw new UsageError(`No mutant was judged: see ${join(run.folder, 'runner.log')}.`);

    return batch.map((mutant) => fateOf(mutant, records));
  };

  const first = await judge(chosen, 'own', true);
  const alive = chosen.filter((mutant) =>
    first.some(({ id: each, fate }) => each === mutant.id && fate !== own),
  );
  const second = await judge(alive, 'rest', false);
  const fates = first.map((fate) => second.find(({ id: each }) => each === fate.id) ?? fate);
  writeFileSync(join(folder, 'mutants.json'), `${JSON.stringify({ schemaVersion: 1, fates }, null, 2)}\n`);
  process.stdout.write(told(fates, (Date.now() - started) / 1000, relative(process.cwd(), folder)));

  return fates.some(({ fate }) => fate === 'survived') ? 1 : 0;
};

const own = 'killed by its own clause';

const chosenOf = (only: string | undefined): readonly Mutant[] => {
  if (only === undefined) return mutants;

  return only.split(',').map((id) => {
    const found = mutants.find((mutant) => mutant.id === id.trim());
    if (found) return found;
    const near = nearest(
      id,
      mutants.map((mutant) => mutant.id),
    );
    throw new UsageError(`There is no mutant ${id}.${near ? ` Did you mean ${near}?` : ''}`);
  });
};

const fateOf = ({ id, breaks }: Mutant, records: readonly TestRecord[]): Fate => {
  const broken = records
    .filter(({ project }) => project === id)
    .flatMap(({ violations }) => violations)
    .filter(({ level }) => level === 'must');
  const named = [...new Set(broken.map(({ clause, operation }) => `${clause} ${operation}`))];
  const killed = broken.some(({ clause }) => clause === breaks) ? own : 'killed by another';

  return { id, breaks, fate: broken.length === 0 ? 'survived' : killed, named };
};

const told = (fates: readonly Fate[], seconds: number, folder: string): string => {
  const of = (fate: Fate['fate']) => fates.filter((each) => each.fate === fate);
  const others = of('killed by another').map(
    ({ id, breaks, named }) => `OTHER     ${id}  breaks ${breaks}, seen by ${named.slice(0, 3).join(', ')}`,
  );
  const survivors = of('survived').map(({ id, breaks }) => `SURVIVED  ${id}  breaks ${breaks}`);
  const code = survivors.length > 0 ? 1 : 0;

  return [
    ...others,
    ...survivors,
    `${code === 0 ? 'PASS' : 'FAIL'}    ${fates.length} mutants: ${of(own).length} killed by their own clause, ${others.length} by another, ${survivors.length} survived  ${seconds.toFixed(0)} s  (exit ${code})`,
    `Report  ${join(folder, 'mutants.json')}`,
    '',
  ].join('\n');
};
