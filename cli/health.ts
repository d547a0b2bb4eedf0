import { type Command, InvalidArgumentError, Option } from 'commander';
import type { HealthOptions } from '../gate/health/health-options.ts';
import { command, type Ended, once } from './command.ts';

const examples = [
  'health',
  'health --fail-on warning',
  'health --notify-command "mail -s \'ISC health\' team@example.com" --notify-on-change',
  'health --deadline-share 0.5 --failing-share 0.01',
  'health --heartbeat /var/lib/isc-triggers/heartbeat.json',
];

export const healthCommand = (ended: Ended): Command =>
  command('health', 'read a tenant, and say what is wrong on it; sends no write', examples)
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 for findings of it or above')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--notify-command <command>', 'gets the report as Markdown on its standard input', once)
    .option('--notify-on-change', 'notify only where something is new, resolved or could not be judged')
    .option(
      '--heartbeat <file>',
      'says when the last run ended (default: heartbeat.json beside the runs)',
      once,
    )
    .option('--deadline-share <share>', 'share of the response deadline that may be used', share, 0.8)
    .option('--failing-share <share>', 'share of invocations that fails before it is an error', share, 0.02)
    .option('--api-version <version>', 'beta, v2024, v2025, v2026 or v1', once)
    .action(async (options: HealthOptions) => {
      const { runHealth } = await import('../gate/health/run-health.ts');
      ended(await runHealth(options));
    });

const share = (value: string): number => {
  const number = Number(value);
  if (value.trim() === '' || !(number > 0 && number <= 1))
    throw new InvalidArgumentError('It must be a number above 0, and at most 1.');

  return number;
};
