import type { Command } from 'commander';
import type { MockCommandOptions } from '../gate/serve-mock.ts';
import { command, type Ended, wholeNumber } from './command.ts';

const examples = [
  'mock',
  'mock --json --port 0',
  'mock --quota off --state busy',
  'mock --quota off --load service=10ms,workers=2,dropDispatch=0.01',
];

const behaviours = `Behaviours under load, several with commas:
  service=10ms              every API request takes up a worker for so long
  workers=2                 requests served at once, in the order in which they come (default: 1)
  freeze=10s:6s             stands still from 10 s after the first API request, for 6 s
  dispatchDelay=500ms       events leave so much later
  statusDelay=700ms         the list of statuses is so far behind
  dropDispatch=0.01         share of dispatches that are never sent
  duplicateDispatch=0.01    share of dispatches that are sent twice
What was dropped and duplicated is counted: GET /counts of the control plane.`;

export const mockCommand = (ended: Ended): Command =>
  command('mock', 'serve the embedded tenant on this machine', examples, behaviours)
    .option('--port <n>', 'port of the API; 0 for any that is free', wholeNumber(0, 65_535), 0)
    .option('--json', 'print one line of JSON with address, clients and control plane')
    .option('--quota <quota>', 'requests a client may send, or off', '100/10s')
    .option('--state <state>', 'empty, or busy with what other people have', 'empty')
    .option('--fault <id>', 'a broken tenant: a mutant, or a variant')
    .option('--load <behaviours>', 'how it behaves under load, as KEY=VALUE: see below')
    .action(async (options: MockCommandOptions) => {
      const { serveMock } = await import('../gate/serve-mock.ts');
      ended(await serveMock(options));
    });
