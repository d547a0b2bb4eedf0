import type { Command, Option } from 'commander';

/**
 * `npm run gate --smoke` hands --smoke to npm and not to the program; npm leaves a trace of it in the environment.
 * Says how to write it, or gives `undefined` where nothing was lost.
 */
export const lostFlag = (
  command: Command,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): string | undefined => {
  const script = env.npm_lifecycle_event;
  if (script === undefined || script !== command.name()) return undefined;
  const lost = command.options.find(
    ({ long }) =>
      long && isForOurs(long) && !argv.includes(long) && env[nameInEnvironment(long)] !== undefined,
  );
  if (!lost?.long) return undefined;
  const typed = [lost.long, ...lostValue(lost, argv, env)].join(' ');

  return `npm kept ${lost.long} for itself. Write two dashes before it: npm run ${script} -- ${typed}`;
};

/** npm keeps the value with `--clause=ID`; with `--clause ID` it hands the value on as a word of its own. */
const lostValue = (
  { long, flags, required }: Option,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): readonly string[] => {
  if (!required) return [];
  const kept = env[nameInEnvironment(long ?? '')];
  if (kept !== undefined && !['true', ''].includes(kept)) return [kept];

  return [argv.slice(1).find((word) => !word.startsWith('-')) ?? flags.split(' ')[1] ?? ''];
};

const nameInEnvironment = (long: string): string => `npm_config_${long.slice(2).replaceAll('-', '_')}`;

/** npm has options of these names itself, and sets their variables without being asked. */
const isForOurs = (long: string): boolean =>
  !['--json', '--quiet', '--no-color', '--version', '--only'].includes(long);
