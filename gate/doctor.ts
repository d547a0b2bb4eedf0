import { newRunId } from '../client/run-mark.ts';
import { toolVersion } from '../client/tool-version.ts';
import { type ReadSettings, readSettings, type Settings, settingNames } from '../config.ts';
import { operations } from '../contracts/operations.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import { capabilitiesOf } from '../specs/support/targets/tenant-capabilities.ts';
import { cellsWith, type Step, steps } from './doctor-cells.ts';
import { examine } from './examine.ts';
import { listSpecs } from './listed-specs.ts';
import { makeRunFolder } from './run-folder.ts';

export type DoctorOptions = Readonly<{ results: string; apiVersion?: string }>;

type Place = Readonly<{ env: NodeJS.ProcessEnv; cwd: string; print: (text: string) => void }>;

/** Says what is set, whether the tenant answers, and how much a gate would judge; sends no write. */
export const doctor = async (options: DoctorOptions, { env, cwd, print }: Place): Promise<number> => {
  const read = readSettings({
    env,
    cwd,
    ...(options.apiVersion !== undefined && { apiVersions: options.apiVersion }),
  });
  print(`${heading(read)}\n\n${settingsTable(read)}\n`);
  for (const warning of read.warnings) print(`Warning   ${warning}\n`);

  const problem = read.settings ? await examine(read.settings, print) : read.problems.join('\n            ');
  print(`\n${await cellTable(read, options, { env, cwd })}\n`);
  if (read.settings?.target === 'tenant') print(`\n${healthAdvice}\n`);
  print(closing(problem, read.settings));

  return problem === undefined ? 0 : 2;
};

const heading = ({ settings, values }: ReadSettings): string =>
  [
    `isc-triggers ${toolVersion()}`,
    'doctor',
    `target: ${settings?.target ?? values.ISC_TARGET ?? 'mock'}`,
    `API: ${settings?.apiVersions.join(', ') ?? values.ISC_API_VERSION ?? 'beta'}`,
    'sends no write',
  ].join('  ');

const always: readonly string[] = [
  'ISC_TARGET',
  'SAIL_BASE_URL',
  'SAIL_CLIENT_ID',
  'SAIL_CLIENT_SECRET',
  'ISC_ALLOW_WRITES',
];

const settingsTable = ({ values, sources, settings }: ReadSettings): string =>
  settingNames
    .filter((name) => always.includes(name) || values[name] !== undefined)
    .map((name, index) => {
      const value = shown(name, values[name], settings?.target ?? values.ISC_TARGET);
      const source = values[name] === undefined ? '' : `from ${sources[name]}`;

      return `${index === 0 ? 'Settings' : ''.padEnd(8)}  ${name.padEnd(26)}  ${value.padEnd(40)}  ${source}`.trimEnd();
    })
    .join('\n');

const shown = (name: string, value: string | undefined, target: string | undefined): string => {
  if (value !== undefined) return /SECRET|TOKEN|CLIENT_ID|PROXY/.test(name) ? 'set' : value;
  if (name === 'ISC_TARGET') return 'mock';
  if (name === 'ISC_ALLOW_WRITES') return target === 'tenant' ? 'not set: read-only' : 'not set';

  return target === 'tenant' ? 'MISSING' : 'not set';
};

const healthAdvice = `Nightly   npx isc-triggers health only reads. Give it a client of its own, with
          ${operations.listSubscriptions.scopes[0]} and
          ${operations.listTriggerInvocationStatus.scopes[0]} alone: the quota is counted by client`;

const needed = ['SAIL_BASE_URL', 'SAIL_CLIENT_ID', 'SAIL_CLIENT_SECRET'] as const;

/** The cells that a gate would judge now, and with each further setting. */
const cellTable = async (
  read: ReadSettings,
  { results }: DoctorOptions,
  { env, cwd }: Pick<Place, 'env' | 'cwd'>,
): Promise<string> => {
  const missing = needed.filter((name) => read.values[name] === undefined);
  const complete = read.settings ?? completed(missing, { env, cwd });
  if (!complete) return 'Cells     unknown until the settings are right';
  const id = newRunId();
  const run: RunContext = {
    id,
    folder: makeRunFolder(results, 'doctor', id, new Date()),
    versions: ['beta'],
    mode: 'judge',
    quiet: true,
    workers: 1,
    select: [],
    mutants: [],
  };
  const specs = await listSpecs(run, { cwd, env });
  if (complete.target === 'mock')
    return cellLines([
      { cells: cellsWith(specs, everything(specs)), setting: 'now', gives: 'on the embedded tenant' },
    ]);
  const has = capabilitiesOf(complete);
  const now = cellsWith(specs, has);
  const first: readonly Step[] =
    missing.length === 0
      ? [{ cells: now, setting: 'now', gives: '' }]
      : [
          { cells: 0, setting: 'now', gives: '' },
          { cells: now, setting: `+ ${missing.join(', ')}`, gives: 'what the other settings allow' },
        ];

  return cellLines([
    ...first,
    ...steps(specs, has, complete.tenant.host).map((step) => ({ ...step, setting: `+ ${step.setting}` })),
  ]);
};

/** The settings as they would be with the missing ones there. */
const completed = (missing: readonly string[], place: Pick<Place, 'env' | 'cwd'>): Settings | undefined =>
  readSettings({
    ...place,
    env: {
      ...place.env,
      ...Object.fromEntries(
        missing.map((name) => [name, name === 'SAIL_BASE_URL' ? 'https://tenant.invalid' : 'missing']),
      ),
    },
  }).settings;

const everything = (specs: Awaited<ReturnType<typeof listSpecs>>) =>
  new Set(specs.flatMap(({ needs }) => needs));

const cellLines = (rows: readonly Step[]): string => {
  const width = Math.max(...rows.map(({ setting }) => setting.length));

  return [
    'Cells of 64 that a gate would judge here, added up',
    ...rows.map(({ cells, setting, gives }) =>
      `${String(cells).padStart(4)}  ${setting.padEnd(width)}  ${gives}`.trimEnd(),
    ),
  ].join('\n');
};

const closing = (problem: string | undefined, settings: Settings | undefined): string => {
  if (problem !== undefined) {
    return `\nINCOMPLETE  ${problem}  (exit 2)\nNext        mend that, then: npx isc-triggers doctor\n`;
  }
  const next =
    settings?.target === 'mock'
      ? 'npx isc-triggers gate, or put a sandbox tenant into .env (see .env.example)'
      : 'npx isc-triggers gate --plan shows what a gate would send; npx isc-triggers gate sends it';

  return `\nPASS    a gate can run here  (exit 0)\nNext    ${next}\n`;
};
