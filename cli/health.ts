import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { HealthOptions } from '../gate/health/health-options.ts';
import { command, type Ended, once, wholeNumber } from './command.ts';

const examples = [
  'health',
  'health --fail-on warning',
  'health --notify-command "mail -s \'ISC health\' team@example.com" --notify-on-change',
  'health --only-new --history /mnt/share/isc-history',
  'health --openapi sailpoint-api.beta.json',
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
    .option('--only-new', 'exit 1 only for findings that the last night did not have')
    .option('--history <dir>', 'folder of earlier nights (default: history beside the runs)', once)
    .option('--keep-days <n>', 'how long nights are kept', wholeNumber(31, 10_000), 400)
    .option('--openapi <file>', "the vendor's OpenAPI file, to compare our contract with", once)
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
      // It shares a small container, and is over in seconds: to collect early is worth more than to be quick.
      setFlagsFromString('--optimize-for-size');
      const { runHealth } = await import('../gate/health/run-health.ts');
      ended(await runHealth(options));
    })
    .addCommand(acknowledgeCommand(ended));

const acknowledgeCommand = (ended: Ended): Command =>
  command('acknowledge', 'answer for a finding: until the end of a day it fails no night and tells nobody', [
    'health acknowledge 3f9c2ab417d05e88 --until 2026-06-30',
  ])
    .argument('<fingerprint>', 'as the reports show it')
    .requiredOption('--until <day>', 'the last day of it, UTC, as 2026-06-30')
    .option('--history <dir>', 'folder of earlier nights (default: history beside the runs)', once)
    .action(async (fingerprint: string, _: unknown, asked: Command) => {
      const { acknowledge } = await import('../gate/health/acknowledge.ts');
      // health takes --history and --results for itself, wherever they stand.
      const {
        until,
        results,
        history = join(results, 'history'),
      } = asked.optsWithGlobals<AcknowledgeAsked>();
      const print = (text: string) => void process.stdout.write(text);
      ended(await acknowledge({ fingerprint, until, history }, { now: new Date(), print }));
    });

type AcknowledgeAsked = Readonly<{ until: string; history?: string; results: string }>;

const share = (value: string): number => {
  const number = Number(value);
  if (value.trim() === '' || !(number > 0 && number <= 1))
    throw new InvalidArgumentError('It must be a number above 0, and at most 1.');

  return number;
};
