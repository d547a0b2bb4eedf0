import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer, ChooseAnswer, Completion, Reply } from './answer.ts';
import type { Clock } from './clock.ts';
import { areSame } from './credentials.ts';
import type { Arrived, RecordEntry } from './entry.ts';
import { receive } from './receive.ts';
import { sendReply } from './reply.ts';

type HandlerParts = Readonly<{
  clock: Clock;
  record: RecordEntry;
  choose: ChooseAnswer;
  complete: (arrived: Arrived, completion: Completion) => Promise<unknown>;
}>;

/** Takes each request from its arrival to what became of it. */
export const createHandler = ({ clock, record, choose, complete }: HandlerParts) => {
  let arrivals = 0;

  const give = async (arrived: Arrived, reply: Reply, response: ServerResponse): Promise<void> => {
    const became = await sendReply(response, reply);
    const { number } = arrived;
    const at = clock.now();
    if (became === 'answered') record({ kind: became, number, at, status: response.statusCode });
    else if (became === 'cut-off' || response.headersSent) record({ kind: became, number, at });
    if (reply.completion) await completeLater(arrived, reply.completion);
  };

  const completeLater = async (arrived: Arrived, completion: Completion): Promise<void> => {
    const { afterMs = 0 } = completion;
    if (afterMs === 0) await complete(arrived, completion);
    else clock.setTimer(clock.now() + afterMs, async () => void (await complete(arrived, completion)));
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    const at = clock.now();
    arrivals += 1;
    const number = arrivals;
    request.on('error', ignore);
    response.on('error', ignore);

    void receive(request, { number, at }).then((arrived) => {
      record(arrived);
      const answer = admitted(choose(arrived), arrived);
      response.once('close', () => {
        // Once an answer has begun, whoever sends it says what became of it.
        if (!response.headersSent) record({ kind: 'hung-up', number, at: clock.now() });
      });
      if (answer === 'never') return;

      const { afterMs = 0 } = answer;
      if (afterMs === 0) void give(arrived, answer, response);
      else {
        clock.setTimer(at + afterMs, async () => {
          await give(arrived, answer, response);
          await readersTurn();
        });
      }
    });
  };
};

/**
 * Lets a reader in this process take in an answer, in some turns of the event loop with more to spare, so that a
 * virtual clock does not go on before.
 */
const readersTurn = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await nextTurn();
};

/** Refuses who shows other credentials than are asked for. */
const admitted = (answer: Answer, { credentials }: Arrived): Answer =>
  answer !== 'never' && answer.requires && !areSame(credentials, answer.requires) ? { status: 401 } : answer;

/** A broken connection shows in what the journal records. */
const ignore = (): void => undefined;
