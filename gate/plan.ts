import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { newRunId } from '../client/run-mark.ts';
import type { Settings } from '../config.ts';
import { pathTemplate } from '../contracts/versions.ts';
import { type PlannedRequest, type PlannedSpec, planFile } from '../specs/support/plan-file.ts';
import type { RunContext } from '../specs/support/run-context.ts';
import type { GateInput } from './gate.ts';
import { UsageError } from './gate-options.ts';
import { preflightRequests } from './preflight.ts';
import { makeRunFolder } from './run-folder.ts';
import { runnerLog, runSpecs } from './run-specs.ts';
import { selectionOf } from './selection.ts';
import { listenToSignals } from './signals.ts';

/**
 * Prints every request that a run would send to the target, and sends it nothing: the specs are rehearsed on the
 * embedded tenant with just what the target allows. Ids are invented; a tenant that answers otherwise may be sent
 * fewer requests or, where it is slow, a few more.
 */
export const plan = async ({ settings, options, cwd, env, print }: GateInput): Promise<number> => {
  using signals = listenToSignals();
  const id = newRunId();
  const run: RunContext = {
    id,
    folder: makeRunFolder(options.results, 'plan', id, new Date()),
    versions: settings.apiVersions,
    mode: 'plan',
    quiet: options.quiet ?? false,
    workers: 1,
    select: selectionOf(options).tags,
    mutants: [],
  };
  const { interrupted } = await runSpecs({ run, cwd, env, signals });
  if (interrupted) return 130;
  const planned = read(run.folder);
  if (planned.length === 0)
    throw new UsageError(`Nothing can be planned: see ${join(run.folder, runnerLog)}.`);
  const specs =
    settings.target === 'mock'
      ? planned
      : [beforehand(settings), ...planned, ...afterwards(settings, planned)];
  print(`${specs.map(block).join('\n')}\n${closing(specs, settings, relative(cwd, run.folder))}`);

  return 0;
};

const read = (folder: string): readonly PlannedSpec[] =>
  readFileSync(join(folder, planFile), { encoding: 'utf8', flag: 'a+' })
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PlannedSpec);

/** What is looked at before the first spec. */
const beforehand = ({ apiVersions }: Settings): PlannedSpec => ({
  title: 'before the specs: whether the tenant can be judged at all',
  requests: preflightRequests(apiVersions),
});

/** What a run that created something looks for when it is over. */
const afterwards = (
  { apiVersions: [version = 'beta'] }: Settings,
  planned: readonly PlannedSpec[],
): readonly PlannedSpec[] => {
  const created = planned.some(({ requests }) => requests.some(({ method }) => method === 'POST'));
  const path = `${pathTemplate(version, 'listSubscriptions')}?limit=250&offset=0&sorters=triggerId`;

  return created
    ? [
        {
          title: 'after the specs: whether anything of the run is left, page by page',
          requests: [{ method: 'GET', path, identity: 'full' }],
        },
      ]
    : [];
};

const block = ({ title, requests }: PlannedSpec): string => `${title}\n${requests.map(line).join('')}`;

const line = ({ method, path, identity, body }: PlannedRequest): string => {
  const who = identity === 'full' ? '' : `  as ${identity}`;
  return `  ${method.padEnd(6)} ${decodeURIComponent(path.replaceAll('+', ' '))}${who}${body === undefined ? '' : `\n         ${short(body)}`}\n`;
};

const short = (body: string): string => (body.length <= 160 ? body : `${body.slice(0, 157)}...`);

const closing = (specs: readonly PlannedSpec[], settings: Settings, folder: string): string => {
  const requests = specs.flatMap((spec) => spec.requests);
  const writes = requests.filter(({ method }) => method !== 'GET').length;
  const where = settings.target === 'tenant' ? settings.tenant.host : 'the embedded tenant';

  return [
    `PLAN    ${requests.length} requests of ${specs.length} specs to ${where}, ${writes} of them writes${atLeast(requests.length, settings)}, besides tokens  (exit 0)`,
    '        Nothing was sent there: rehearsed on the embedded tenant, so ids are invented.',
    `Report  ${join(folder, planFile)}`,
    'Next    npx isc-triggers gate',
    '',
  ].join('\n');
};

const atLeast = (requests: number, { quota }: Settings): string =>
  quota === 'off'
    ? ''
    : `, at least ${Math.ceil((requests / (0.9 * quota.requests)) * (quota.windowMs / 1000))} s within the quota`;
