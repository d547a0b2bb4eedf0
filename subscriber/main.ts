import { parseArgs } from 'node:util';
import { toBriefLine } from './brief-line.ts';
import { preciseClock } from './clock.ts';
import { openJournalFile } from './journal-file.ts';
import { toJournalLine } from './journal-line.ts';
import { openSubscriber } from './open-subscriber.ts';
import { type AnswerTable, readAnswers } from './read-answers.ts';

/**
 * A subscriber as a process of its own:
 *
 *     tsx subscriber/main.ts --journal FILE [--answers FILE.json] [--event /POINTER] [--port 0] [--host 127.0.0.1]
 *
 * Prints one line of JSON, `{"url", "journal"}`, and appends a line to the journal for all that happens.
 * With --event that line is one of values, which names the event by what stands at the JSON pointer in its body.
 * SIGINT and SIGTERM end it once the journal is written.
 */
const main = async (): Promise<void> => {
  const { journal, answers, event, port, host } = readOptions();
  const { otherwise, ...byPath }: AnswerTable = answers === undefined ? {} : await readAnswers(answers);
  const file = await openJournalFile(journal, event === undefined ? toJournalLine : toBriefLine(event));
  const subscriber = await openSubscriber(
    { clock: preciseClock(), port, host, ...(otherwise !== undefined && { otherwise }) },
    file.record,
  );
  for (const [path, how] of Object.entries(byPath)) subscriber.answer(path, how);

  const end = async (): Promise<void> => {
    await subscriber.close();
    await file.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  // Only where the one who started it holds a channel: it ends with whom it serves.
  process.once('disconnect', () => void end());
  process.channel?.unref();
  process.stdout.write(`${JSON.stringify({ url: subscriber.url, journal })}\n`);
};

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      journal: { type: 'string' },
      answers: { type: 'string' },
      event: { type: 'string' },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const { journal, answers, event, host } = values;
  const port = Number(values.port);
  if (journal === undefined) throw new Error('--journal is missing: name the file to append to.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is none: give a number from 0 to 65535.`);

  return { journal, answers, event, port, host };
};

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
