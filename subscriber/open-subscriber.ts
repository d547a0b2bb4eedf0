import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answering, type ChooseAnswer, type Completion, toChoice } from './answer.ts';
import type { Clock } from './clock.ts';
import { type CompletionAnswer, type Fetch, sendCompletion } from './complete.ts';
import type { Arrived, RecordEntry } from './entry.ts';
import { createHandler } from './handle.ts';

export type SubscriberOptions = Readonly<{
  /** What answers and completions are timed by, and arrivals stamped. */
  clock: Clock;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** How requests to paths without an answer of their own are answered. Default: 200 with `{}`. */
  otherwise?: Answering;
  /** What completions go out through. Default: that of the platform. */
  fetch?: Fetch;
}>;

/** A subscriber that listens and tells what happens. */
export type OpenSubscriber = Readonly<{
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  url: string;
  /** Tells how requests to a path are answered from now on. */
  answer: (path: string, how: Answering) => void;
  /** Completes the invocation of an event at once, and records it as well. */
  complete: (arrived: Arrived, completion: Completion) => Promise<CompletionAnswer>;
  /** Cuts what is still connected. */
  close: () => Promise<void>;
}>;

/** Starts a subscriber. Rejects where the port is taken. */
export const openSubscriber = async (
  {
    clock,
    port = 0,
    host = '127.0.0.1',
    otherwise = { body: {} },
    fetch = globalThis.fetch,
  }: SubscriberOptions,
  record: RecordEntry,
): Promise<OpenSubscriber> => {
  const choices = new Map<string, ChooseAnswer>();
  const fallback = toChoice(otherwise);
  const complete = async (arrived: Arrived, completion: Completion): Promise<CompletionAnswer> => {
    const answer = await sendCompletion(arrived, completion, fetch);
    record({ kind: 'completed', number: arrived.number, at: clock.now(), ...answer });

    return answer;
  };
  const handle = createHandler({
    clock,
    record,
    complete,
    choose: (arrived) => (choices.get(arrived.path) ?? fallback)(arrived),
  });
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    answer: (path, how) => void choices.set(path, toChoice(how)),
    complete,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
