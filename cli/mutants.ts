import { type Command, Option } from 'commander';
import type { MutantsOptions } from '../gate/mutants.ts';
import { command, type Ended, wholeNumber } from './command.ts';

export const mutantsCommand = (ended: Ended): Command =>
  command(
    'mutants',
    'judge tenants that are broken or unusual on purpose, to see what the gate makes of them',
    ['mutants', 'mutants --kind variants', 'mutants --only create-answered-200,lists-are-plain-text'],
  )
    .option('--only <ids>', 'some of them, with commas')
    .addOption(
      new Option('--kind <kind>', 'only the broken ones, or only the unusual ones').choices([
        'mutants',
        'variants',
      ]),
    )
    .option('--workers <n>', 'processes that judge at once (default: 2)', wholeNumber(1, 16))
    .action(async (options: MutantsOptions) => {
      const { runMutants } = await import('../gate/mutants.ts');
      ended(await runMutants(options));
    });
