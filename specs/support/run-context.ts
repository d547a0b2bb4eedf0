import { join } from 'node:path';
import { newRunId } from '../../client/run-mark.ts';
import type { ApiVersion } from '../../contracts/versions.ts';

/** What the command tells the processes that it starts, in the environment variable ISC_RUN. */
export type RunContext = Readonly<{
  id: string;
  /** Absolute; everything that the run writes lies in it. */
  folder: string;
  versions: readonly ApiVersion[];
  /** `plan` rehearses on the embedded tenant what a run would send to the target. */
  mode: 'judge' | 'plan';
  quiet: boolean;
  workers: number;
  /** Tags that a spec has to have to be judged, all of them. */
  select: readonly string[];
  /** The broken tenants to run against in place of the embedded one, a project each. */
  mutants: readonly Readonly<{ id: string; select: readonly string[] }>[];
  /** The command that started the runner holds a pipe to it, which ends with the command. */
  watched?: boolean;
  /** Address of the pacer that all workers share; absent where nothing paces. */
  pacer?: string;
}>;

/** The context of this process: what the command handed down, or that of a plain `playwright test`. */
export const runContext = (env: NodeJS.ProcessEnv, cwd: string): RunContext => {
  if (env.ISC_RUN !== undefined) return JSON.parse(env.ISC_RUN) as RunContext;
  const id = newRunId();

  return {
    id,
    folder: join(cwd, 'results', `direct-${id}`),
    versions: ['beta'],
    mode: 'judge',
    quiet: false,
    workers: 1,
    select: [],
    mutants: [],
  };
};
