import { join } from 'node:path';
import type { Credentials } from '../../client/tokens.ts';
import type { Signals } from '../../gate/signals.ts';
import { programFolder } from '../place.ts';
import { startHelper } from './helper-process.ts';

/** What `mock --json` prints. */
export type MockDetails = Readonly<{
  url: string;
  clientId: string;
  clientSecret: string;
  clients: Readonly<{ readonly: Credentials }>;
  control: string;
}>;

export type MockProcess = MockDetails & AsyncDisposable & Readonly<{ pid: number; gone: AbortSignal }>;

/** Starts the embedded tenant as a process of its own: measured beside the command, it would measure that as well. */
export const startMockProcess = async (args: readonly string[], signals: Signals): Promise<MockProcess> => {
  const helper = await startHelper<MockDetails>({
    what: 'the embedded tenant',
    args: [join(programFolder(), 'bin', 'isc-triggers.js'), 'mock', '--json', ...args],
    signals,
  });

  return { ...helper.details, pid: helper.pid, gone: helper.gone, [Symbol.asyncDispose]: helper.end };
};
