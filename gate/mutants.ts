import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newRunId } from '../client/run-mark.ts';
import { toolVersion } from '../client/tool-version.ts';
import { nearest } from '../config/nearest.ts';
import { type Mutant, mutants, type Variant, variants } from '../mock/faults/index.ts';
import { readRecords } from '../reports/read-records.ts';
import type { TestRecord } from '../reports/record.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import { type Detection, detectionCode, detectionSection, detectionText } from './detection.ts';
import { fateOf, judgementOf } from './fates.ts';
import { UsageError } from './gate-options.ts';
import { withSection } from './page-section.ts';
import { makeRunFolder } from './run-folder.ts';
import { runSpecs } from './run-specs.ts';
import { tagsOfClause } from './selection.ts';
import { InterruptedError, listenToSignals } from './signals.ts';

export type MutantsOptions = Readonly<{
  only?: string;
  kind?: 'mutants' | 'variants';
  results: string;
  quiet?: boolean;
  workers?: number;
}>;

/**
 * Judges every broken tenant and every unusual one, and tells what the gate sees; gives the exit code, 1 where a
 * broken one passes or a right one does not. The specs of the broken clause run first, the rest where it survives.
 */
export const runMutants = async (options: MutantsOptions): Promise<number> => {
  const chosen = chosenOf(options);
  const started = Date.now();
  const folder = makeRunFolder(options.results, 'mutants', newRunId(), new Date());
  const judge = createJudge(options, folder);

  const own = await judge('own', chosen.mutants, ({ breaks }: Mutant) => tagsOfClause(breaks));
  const first = chosen.mutants.map((mutant) => fateOf(mutant, own));
  const alive = chosen.mutants.filter((_, index) => first[index]?.fate !== 'killed by its own clause');
  const rest = await judge('rest', alive, () => []);
  const unusual = await judge('variants', chosen.variants, () => []);
  const detection: Detection = {
    fates: chosen.mutants
      .map((mutant, index) => (alive.includes(mutant) ? fateOf(mutant, rest) : first[index]))
      .flatMap((fate) => fate ?? []),
    judgements: chosen.variants.map((variant) => judgementOf(variant, unusual)),
    seconds: (Date.now() - started) / 1000,
  };
  writeFileSync(
    join(folder, 'mutants.json'),
    `${JSON.stringify({ schemaVersion: 1, ...detection }, null, 2)}\n`,
  );
  if (options.only === undefined && options.kind === undefined) writePage(detection);
  process.stdout.write(detectionText(detection, relative(process.cwd(), join(folder, 'mutants.json'))));

  return detectionCode(detection);
};

type Chosen = Readonly<{ mutants: readonly Mutant[]; variants: readonly Variant[] }>;

const chosenOf = ({ only, kind }: MutantsOptions): Chosen => {
  const all: Chosen = {
    mutants: kind === 'variants' ? [] : mutants,
    variants: kind === 'mutants' ? [] : variants,
  };
  if (only === undefined) return all;
  const ids = only.split(',').map((id) => id.trim());
  const known = [...all.mutants, ...all.variants].map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    throw new UsageError(`There is no mutant or variant ${id}.${near ? ` Did you mean ${near}?` : ''}`);
  }

  return {
    mutants: all.mutants.filter(({ id }) => ids.includes(id)),
    variants: all.variants.filter(({ id }) => ids.includes(id)),
  };
};

/** Runs specs against a batch of tenants, a project of the runner for each. */
const createJudge =
  ({ quiet = false, workers = 2 }: MutantsOptions, folder: string) =>
  async <T extends Readonly<{ id: string }>>(
    name: string,
    batch: readonly T[],
    select: (tenant: T) => readonly string[],
  ): Promise<readonly TestRecord[]> => {
    if (batch.length === 0) return [];
    using signals = listenToSignals();
    const run: RunContext = {
      id: newRunId(),
      folder: join(folder, name),
      versions: [],
      mode: 'judge',
      quiet,
      workers,
      select: [],
      mutants: batch.map((tenant) => ({ id: tenant.id, select: select(tenant) })),
    };
    const env = { ...process.env, ISC_TARGET: 'mock' };
    const { interrupted } = await runSpecs({ run, cwd: process.cwd(), env, signals });
    if (interrupted) throw new InterruptedError('Interrupted: not all tenants were judged.');
    const records = readRecords(run.folder)?.records ?? [];
    if (records.length === 0)
      throw new UsageError(`Nothing was judged: see ${join(run.folder, 'runner.log')}.`);

    return records;
  };

/** In a checkout the figures of a whole run are kept. */
const writePage = (detection: Detection): void => {
  const page = fileURLToPath(new URL('../docs/detection.md', import.meta.url));
  if (!existsSync(page)) return;
  const day = new Date().toISOString().slice(0, 10);
  const section = detectionSection(detection, `isc-triggers ${toolVersion()}`, day);
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), 'mutants', section));
};
