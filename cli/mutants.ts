import type { Command } from 'commander';
import type { MutantsOptions } from '../gate/mutants.ts';
import { command, type Ended, wholeNumber } from './command.ts';

export const mutantsCommand = (ended: Ended): Command =>
  command('mutants', 'judge deliberately broken tenants, to see what the gate would miss', [
    'mutants',
    'mutants --only create-answered-200,lists-are-plain-text',
  ])
    .option('--only <ids>', 'some of them, with commas')
    .option('--workers <n>', 'processes that judge at once (default: 2)', wholeNumber(1, 16))
    .action(async (options: MutantsOptions) => {
      const { runMutants } = await import('../gate/mutants.ts');
      ended(await runMutants(options));
    });
