import { readSettings, SettingsError } from '../../config.ts';
import { colourWanted } from '../../reports/conformance/paint.ts';
import { health } from './health.ts';
import type { HealthOptions } from './health-options.ts';

/** The command `health`: reads the settings of this process, and looks at the target. */
export const runHealth = async (options: HealthOptions): Promise<number> => {
  const { env } = process;
  const cwd = process.cwd();
  const { settings, problems, warnings } = readSettings({
    env,
    cwd,
    ...(options.apiVersion !== undefined && { apiVersions: options.apiVersion }),
  });
  const warn = (text: string) => void process.stderr.write(text);
  for (const warning of warnings) warn(`Warning: ${warning}\n`);
  if (!settings) throw new SettingsError(problems);

  const color = colourWanted({ env, terminal: process.stdout.isTTY === true, noColor: !options.color });
  const print = (text: string) => void process.stdout.write(text);

  return health({ settings, options: { ...options, color }, cwd, env, print, warn });
};
