import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../gate/gate-options.ts';
import type { Signals } from '../../gate/signals.ts';
import type { AnswerTable } from '../../subscriber/read-answers.ts';
import { nodeArguments } from '../place.ts';
import { startHelper } from './helper-process.ts';

export type SubscriberProcess = AsyncDisposable &
  Readonly<{ url: string; journal: string; pid: number; gone: AbortSignal }>;

type Options = Readonly<{
  folder: string;
  answers: AnswerTable;
  /** Where in an event its number stands, as a JSON pointer. */
  event: string;
  port: number;
  signals: Signals;
}>;

/** Starts the recording subscriber as a process of its own, with a short journal: a line of values for each entry. */
export const startSubscriberProcess = async ({
  folder,
  answers,
  event,
  port,
  signals,
}: Options): Promise<SubscriberProcess> => {
  const journal = join(folder, 'journal.csv');
  const answersFile = join(folder, 'answers.json');
  await writeFile(answersFile, JSON.stringify(answers));
  const start = startHelper<Readonly<{ url: string }>>({
    what: 'the subscriber',
    args: [
      ...nodeArguments('subscriber/main'),
      ...['--journal', journal, '--answers', answersFile, '--event', event, '--port', String(port)],
    ],
    signals,
  });
  const helper = await start.catch((error: unknown) => {
    throw String(error).includes('EADDRINUSE')
      ? new UsageError(`Port ${port} is taken: name another for the subscriber with ISC_SUBSCRIBER_PORT.`)
      : error;
  });

  return {
    url: helper.details.url,
    journal,
    pid: helper.pid,
    gone: helper.gone,
    [Symbol.asyncDispose]: helper.end,
  };
};
