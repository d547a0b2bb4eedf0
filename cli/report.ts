import type { Command } from 'commander';
import { command, type Ended } from './command.ts';

const examples = [
  'report results/latest',
  'report results/20260131T081502Z-load-8f3c1d',
  'report results/latest --against results/20260131T081502Z-capacity-8f3c1d',
  'report results/latest --against results/20260131T081502Z-gate-8f3c1d',
];

export const reportCommand = (ended: Ended): Command =>
  command('report', 'render the reports of a finished run again, or compare two runs', examples)
    .argument('<dir>', 'folder of the run')
    .option(
      '--against <dir>',
      'folder of an earlier run of its kind: what a gate newly breaks and covers, how capacity changed',
    )
    .action(async (folder: string, { against }: Readonly<{ against?: string }>) => {
      const print = (text: string) => void process.stdout.write(text);
      const { runReportCommand } = await import('../gate/report/run-report-command.ts');
      ended(await runReportCommand({ folder, print, ...(against !== undefined && { against }) }));
    });
