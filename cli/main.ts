import { Command } from 'commander';
import { toolVersion } from '../client/tool-version.ts';
import { capacityCommand } from './capacity.ts';
import { doctorCommand } from './doctor.ts';
import { filterCommand } from './filter.ts';
import { gateCommand } from './gate.ts';
import { healthCommand } from './health.ts';
import { janitorCommand } from './janitor.ts';
import { loadCommand } from './load.ts';
import { lostFlag } from './lost-flag.ts';
import { mockCommand } from './mock.ts';
import { mutantsCommand } from './mutants.ts';
import { reportCommand } from './report.ts';
import { subscriberCommand } from './subscriber.ts';
import { tellFailure } from './tell-failure.ts';

/** The program. Gives the exit code: 0, 1, 2, or 130 when interrupted. */
export const main = async (argv: readonly string[]): Promise<number> => {
  let code = 0;
  const ended = (exitCode: number): void => {
    code = exitCode;
  };
  const program = new Command('isc-triggers')
    .description('Contract tests and load tests for the event triggers of SailPoint Identity Security Cloud')
    .version(toolVersion())
    .exitOverride()
    .configureHelp({ sortSubcommands: true });
  for (const add of [
    gateCommand,
    doctorCommand,
    filterCommand,
    mockCommand,
    loadCommand,
    capacityCommand,
    healthCommand,
    janitorCommand,
    mutantsCommand,
    reportCommand,
    subscriberCommand,
  ])
    program.addCommand(add(ended));

  const asked = program.commands.find((each) => each.name() === argv[0]);
  const lost = asked && lostFlag(asked, argv, process.env);
  if (lost !== undefined) {
    process.stderr.write(`${lost}\n`);
    return 2;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return tellFailure(error);
  }
};
