import { readSettings, SettingsError } from '../config.ts';
import { colourWanted } from '../reports/conformance/paint.ts';
import { gate } from './gate.ts';
import type { GateOptions } from './gate-options.ts';
import { plan } from './plan.ts';

/** The command `gate`: reads the settings of this process, and judges or plans. */
export const runGate = async (options: GateOptions): Promise<number> => {
  const { env } = process;
  const cwd = process.cwd();
  const { settings, problems, warnings } = readSettings({
    env,
    cwd,
    ...(options.apiVersion !== undefined && { apiVersions: options.apiVersion }),
  });
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
  if (!settings) throw new SettingsError(problems.map((problem) => asTyped(problem, options)));

  const color = colourWanted({ env, terminal: process.stdout.isTTY === true, noColor: !options.color });
  const print = (text: string) => void process.stdout.write(text);

  return (options.plan ? plan : gate)({ settings, options: { ...options, color }, cwd, env, print });
};

/** The option stands in for its setting, so it is the option that has to be mended. */
const asTyped = (problem: string, { apiVersion }: GateOptions): string =>
  apiVersion === undefined ? problem : problem.replace(/^ISC_API_VERSION/, '--api-version');
