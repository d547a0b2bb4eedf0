import type { Command } from 'commander';
import type { GateOptions } from '../gate/gate-options.ts';
import { command, type Ended, once, wholeNumber } from './command.ts';

const examples = [
  'gate',
  'gate --smoke',
  'gate --plan',
  'gate --clause subscriptions.limit.fire-and-forget',
  'gate --operation patchSubscription --api-version v2025,v1',
  'gate --api-version all --require-cells 200',
  'gate --waivers known-breaks.yaml',
  'gate --baseline main/conformance.json --only-new',
];

export const gateCommand = (ended: Ended): Command =>
  command('gate', 'judge the target by the contract specs, and give a verdict', examples)
    .option('--smoke', 'the short run: at least one spec of each kind')
    .option('--plan', 'list every request that would be sent, and send nothing')
    .option('--clause <id>', 'only the specs of one clause', once)
    .option('--operation <id>', 'only the specs of one operation', once)
    .option('--api-version <versions>', 'beta, v2024, v2025, v2026, v1, several with commas, or all')
    .option(
      '--workers <n>',
      'processes that judge at once (default: 2, and 1 below a quota or for a part of the specs)',
      wholeNumber(1, 16),
    )
    .option('--require-cells <n>', 'INCOMPLETE where fewer cells were judged', wholeNumber(0, 320))
    .option(
      '--waivers <file>',
      'broken promises that somebody answers for until a day (default: waivers.yaml, where it is there)',
    )
    .option('--baseline <file>', 'conformance.json of an earlier run, or its folder: tells what changed')
    .option('--only-new', 'exit 1 only for what the baseline has not broken')
    .action(async (options: GateOptions) => {
      const { runGate } = await import('../gate/run-gate.ts');
      ended(await runGate(options));
    });
