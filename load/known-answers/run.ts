import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { type Ended, runProgram, startProgram } from '../../cli/testing/run-program.ts';
import type { LoadReport, ScenarioReport } from '../../reports/load/load-report.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { builtPath } from '../k6/build-k6.ts';
import { findK6 } from '../k6/find-k6.ts';
import { programFolder } from '../place.ts';

export type KnownRun = Ended & Readonly<{ report: LoadReport; html: boolean; control: unknown }>;

type Known = Readonly<{
  /** For `mock`; absent: the tenant that the command itself starts. */
  mock?: readonly string[];
  load: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** What is done to the tenant before the run, by its control plane. */
  prepare?: (control: string) => Promise<unknown>;
}>;

type MockDetails = Readonly<{ url: string; clientId: string; clientSecret: string; control: string }>;

/** The k6 that runs without building one: tests do not build. */
export const ownK6 = (): string | undefined => {
  const { K6_BIN: k6Bin, PATH: searchPath = '' } = process.env;

  return findK6({ k6Bin, searchPath, built: builtPath(join(programFolder(), 'tools/k6')) })?.path;
};

/** Skips a test where there is no k6. */
export const needsK6 = (): void => {
  test.skip(ownK6() === undefined, 'no k6 is installed or built: npx isc-triggers load builds it');
};

/** Runs `load` against a tenant of known behaviour, and reads what it wrote. */
export const knownRun = async ({ mock, load, env = {}, prepare }: Known): Promise<KnownRun> => {
  using own = ownFolder();
  const tenant = mock && startProgram(['mock', '--json', ...mock], { cwd: own.path });
  try {
    const line = await tenant?.says(/^\{.*\}$/m);
    const details: MockDetails | undefined = line && JSON.parse(line[0]);
    if (details) await prepare?.(details.control);
    const ended = await runProgram(['load', ...load, '--results', own.path], {
      cwd: own.path,
      env: { ...(details && settingsFor(details)), K6_BIN: ownK6() ?? '', ...env },
    });
    const control = details && (await (await fetch(`${details.control}/counts`)).json());
    const latest = join(own.path, 'latest');
    const report = readReport(own.path, ended.output);

    return { ...ended, report, html: existsSync(join(latest, 'load.html')), control };
  } finally {
    tenant?.signal('SIGTERM');
    await tenant?.ended;
  }
};

/** A tenant of this machine, for a run. */
export const settingsFor = ({
  url,
  clientId,
  clientSecret,
}: MockDetails): Readonly<Record<string, string>> => ({
  ISC_TARGET: 'tenant',
  ISC_QUOTA: 'off',
  SAIL_BASE_URL: url,
  SAIL_CLIENT_ID: clientId,
  SAIL_CLIENT_SECRET: clientSecret,
  ISC_ALLOW_WRITES: new URL(url).hostname,
});

/** The limits that come with the program, with changes, and with any lateness of the generator trusted. */
export const limitsFile = (folder: string, changes: Readonly<Record<string, string>> = {}): string => {
  const path = join(folder, 'slo.yaml');
  const usual = readFileSync(join(programFolder(), 'load/slo.yaml'), 'utf8');
  const all = Object.entries({ 'lateness-p99: 10ms': 'lateness-p99: 10m', ...changes });
  writeFileSync(
    path,
    all.reduce((text, [from, to]) => text.replace(from, to), usual),
  );

  return path;
};

export const scenarioOf = ({ report }: KnownRun, name: string): ScenarioReport => {
  const found = report.scenarios.find((scenario) => scenario.name === name);
  if (!found) throw new Error(`${name} is not in the report: ${report.reasons.join('; ')}`);

  return found;
};

/** What the last run of a folder wrote. Throws with what it said where it wrote nothing. */
export const readReport = (results: string, output: string): LoadReport => {
  const file = join(results, 'latest', 'load.json');
  if (!existsSync(file)) throw new Error(`load wrote no report: ${output}`);

  return JSON.parse(readFileSync(file, 'utf8'));
};
