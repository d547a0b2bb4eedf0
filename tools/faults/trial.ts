import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf, isAlive } from '../../cli/testing/processes.ts';
import { type Ended, runProgram, startProgram } from '../../cli/testing/run-program.ts';
import { workplace } from '../../cli/testing/workplace.ts';
import type { Random } from '../../mock/random.ts';
import type { ConformanceReport } from '../../reports/conformance/report.ts';
import { afflictedTenant } from './afflicted-tenant.ts';
import { between, type Strike } from './strikes.ts';

/** What a run comes to that nothing befalls. */
export type Reference = Readonly<{
  args: readonly string[];
  requests: number;
  planned: number;
  skipped: number;
}>;

export type Trial = Readonly<{ reference: Reference; strike: Strike; random: Random }>;

/** What one trial came to, for `wrongsOf` to judge. */
export type Came = Readonly<{
  strike: Strike;
  reference: Reference;
  /** The request at which it struck; absent where the run was over before. */
  at: number | undefined;
  /** `null` where a signal ended the command, undefined where it did not end in its time. */
  code: number | null | undefined;
  output: string;
  report: Pick<ConformanceReport, 'verdict' | 'tests'> | undefined;
  /** Processes of the run that lived on. */
  survivors: number;
  janitor: Pick<Ended, 'code' | 'output'>;
  leftovers: readonly string[];
  isForeignChanged: boolean;
  seconds: number;
}>;

/** A run, its processes included, has this long to end; in ms. */
const patience = 60_000;

/** Runs a gate, strikes it at a request by chance, has the janitor clean up, and looks what is left. */
export const runTrial = async ({ reference, strike, random }: Trial): Promise<Came> => {
  const started = performance.now();
  await using tenant = await afflictedTenant();
  using place = workplace();
  const { cwd } = place;
  const foreign = tenant.foreign();
  const draw = between(random);
  const at = draw(1, reference.requests);
  const struck = { yes: false, done: Promise.resolve() };

  const run = startProgram([...reference.args, '--quiet'], { cwd, env: tenant.env });
  let family: readonly number[] = [run.pid];
  tenant.atRequest(at, () => {
    family = familyOf(run.pid);
    struck.yes = true;
    struck.done = Promise.resolve(
      strike.strike({ tenant, run, results: join(cwd, 'results'), between: draw }),
    );
  });
  const ended = await within(patience, run.ended);
  await struck.done;
  const survivors = await survivorsOf(family);
  tenant.recover();
  const janitor = await runProgram(['janitor', '--yes', '--older-than', '0s'], { cwd, env: tenant.env });

  return {
    strike,
    reference,
    at: struck.yes ? at : undefined,
    code: ended?.code,
    output: ended?.output ?? '',
    report: reportIn(join(cwd, 'results', 'latest', 'conformance.json')),
    survivors,
    janitor,
    leftovers: tenant.marked(),
    isForeignChanged: tenant.foreign() !== foreign,
    seconds: (performance.now() - started) / 1000,
  };
};

/** Runs a gate that nothing befalls. Throws where it does not pass. */
export const referenceOf = async (args: readonly string[]): Promise<Reference> => {
  await using tenant = await afflictedTenant();
  using place = workplace();
  const { code, output } = await runProgram([...args, '--quiet'], { cwd: place.cwd, env: tenant.env });
  if (code !== 0) throw new Error(`${args.join(' ')} does not pass where nothing befalls it:\n${output}`);
  const { planned, skipped } = place.report().tests;

  return { args, requests: tenant.requests(), planned, skipped };
};

const reportIn = (file: string): ConformanceReport | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ConformanceReport;
  } catch {
    return undefined;
  }
};

/** How many of the processes are still there when they should have ended; those are ended. */
const survivorsOf = async (family: readonly number[]): Promise<number> => {
  const end = performance.now() + patience / 2;
  while (family.some(isAlive) && performance.now() < end) await pause(50);
  const alive = family.filter(isAlive);
  for (const pid of alive) process.kill(pid, 'SIGKILL');

  return alive.length;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const within = <T>(ms: number, work: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });

  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
