import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '../../cli/testing/processes.ts';
import type { Running } from '../../cli/testing/run-program.ts';
import type { Random } from '../../mock/random.ts';
import type { AfflictedTenant } from './afflicted-tenant.ts';

export type Scene = Readonly<{
  tenant: AfflictedTenant;
  run: Running;
  /** Folder of all runs of the trial. */
  results: string;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
}>;

/** One fault that befalls a run in its middle. */
export type Strike = Readonly<{
  name: string;
  /** Whether the tenant breaks a promise by it, so that FAIL is right. */
  breaks: boolean;
  strike: (scene: Scene) => void | Promise<void>;
}>;

export const between =
  (random: Random) =>
  (least: number, most: number): number =>
    least + Math.floor(random.number() * (most - least + 1));

/** The folder of the run that goes on. */
const folderOf = ({ results }: Scene): string =>
  join(results, readdirSync(results).find((name) => name.includes('-gate-')) ?? 'none');

/** A folder that is not empty stands where a file is to be written: as root, too, no right to write helps. */
const block = (path: string): void => {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, 'in-the-way'), { recursive: true });
};

export const strikes: readonly Strike[] = [
  { name: 'SIGINT', breaks: false, strike: ({ run }) => run.signal('SIGINT') },
  { name: 'SIGTERM', breaks: false, strike: ({ run }) => run.signal('SIGTERM') },
  { name: 'SIGKILL of the command', breaks: false, strike: ({ run }) => run.signal('SIGKILL') },
  {
    name: 'SIGKILL of all its processes',
    breaks: false,
    strike: ({ run }) => {
      for (const pid of familyOf(run.pid)) kill(pid);
    },
  },
  ...(['before', 'after'] as const).flatMap((when): readonly Strike[] => [
    {
      name: `connections reset ${when} requests are carried out`,
      breaks: false,
      strike: ({ tenant, between }) => tenant.afflict({ kind: 'reset', when, times: between(1, 12) }),
    },
    {
      name: `500 ${when} requests are carried out`,
      breaks: true,
      strike: ({ tenant, between }) => tenant.afflict({ kind: 'error', when, times: between(1, 20) }),
    },
  ]),
  {
    name: 'a storm of 429',
    breaks: false,
    strike: ({ tenant, between }) => tenant.afflict({ kind: 'quota', when: 'before', times: between(1, 5) }),
  },
  { name: 'tokens expire', breaks: false, strike: ({ tenant }) => tenant.expireTokens() },
  {
    name: 'the tenant restarts',
    breaks: false,
    strike: ({ tenant, between }) => tenant.restart(between(0, 1500)),
  },
  {
    name: 'the ledger cannot be written',
    breaks: false,
    strike: (scene) => block(join(folderOf(scene), 'ledger.jsonl')),
  },
  {
    name: 'the records cannot be written',
    breaks: false,
    strike: (scene) => block(join(folderOf(scene), 'records.json')),
  },
  {
    name: 'the report cannot be written',
    breaks: false,
    strike: (scene) => block(join(folderOf(scene), 'conformance.json')),
  },
  {
    name: 'the folder of the run is lost',
    breaks: false,
    strike: (scene) => {
      const folder = folderOf(scene);
      renameSync(folder, `${folder}.lost`);
      writeFileSync(folder, 'in the way');
    },
  },
];

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};
