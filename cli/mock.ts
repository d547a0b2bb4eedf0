import type { Command } from 'commander';
import type { MockCommandOptions } from '../gate/serve-mock.ts';
import { command, type Ended, wholeNumber } from './command.ts';

const examples = ['mock', 'mock --json --port 0', 'mock --quota off --state busy'];

export const mockCommand = (ended: Ended): Command =>
  command('mock', 'serve the embedded tenant on this machine', examples)
    .option('--port <n>', 'port of the API; 0 for any that is free', wholeNumber(0, 65_535), 0)
    .option('--json', 'print one line of JSON with address, clients and control plane')
    .option('--quota <quota>', 'requests a client may send, or off', '100/10s')
    .option('--state <state>', 'empty, or busy with what other people have', 'empty')
    .option('--fault <id>', 'a broken tenant: a mutant, or a variant')
    .action(async (options: MockCommandOptions) => {
      const { serveMock } = await import('../gate/serve-mock.ts');
      ended(await serveMock(options));
    });
