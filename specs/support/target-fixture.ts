import { createMasker, type Masker } from '../../client/masker.ts';
import { loadSettings } from '../../config.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { RunContext } from './run-context.ts';
import { openMockTarget } from './targets/mock-target.ts';
import type { Target } from './targets/target.ts';
import { openTenantTarget } from './targets/tenant-target.ts';

type OpenTarget = Readonly<{
  run: RunContext;
  version: ApiVersion;
  mutant?: string | undefined;
  env: NodeJS.ProcessEnv;
  cwd: string;
}>;

/** Opens what the settings name, for one worker. */
export const openTarget = async ({ run, version, mutant, env, cwd }: OpenTarget): Promise<Target> => {
  const masker: Masker = createMasker();
  const settings = loadSettings({ env, cwd, masker });
  const shared = { runId: run.id, version, masker };
  if (settings.target === 'mock') return openMockTarget({ ...shared, mutant });
  if (run.mode === 'plan') return openMockTarget({ ...shared, rehearsing: settings });

  return openTenantTarget({ ...shared, settings, folder: run.folder, pacer: run.pacer });
};
