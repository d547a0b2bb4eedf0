import type { SubscriberRequest } from '../../dispatch/subscriber-request.ts';
import type { Send } from './sender.ts';

type Answer = Awaited<ReturnType<Send>>;

/** A dispatch that was sent, and still waits for its answer. */
export type SentDispatch = Readonly<{
  request: SubscriberRequest;
  /** The JSON of its body. */
  event: Readonly<Record<string, unknown>>;
  signal: AbortSignal;
  /** Lets the answer arrive, and what it leads to happen. */
  answer: (status: number, body?: unknown) => Promise<void>;
  fail: (reason: string) => Promise<void>;
}>;

export type FakeSubscriber = Readonly<{ send: Send; sent: readonly SentDispatch[] }>;

/** A wire without sockets: what was sent is there at once, and is answered when a test says so. */
export const createFakeSubscriber = (): FakeSubscriber => {
  const sent: SentDispatch[] = [];

  return {
    sent,
    send: (request, signal) =>
      new Promise((resolve) => {
        const arrive = async (answer: Answer): Promise<void> => {
          resolve(answer);
          // The tenant reads an answer in the turns of promises that follow.
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        };
        sent.push({
          request,
          event: JSON.parse(request.body),
          signal,
          answer: (status, body) =>
            arrive({ kind: 'answered', status, body: body === undefined ? '' : JSON.stringify(body) }),
          fail: (reason) => arrive({ kind: 'unreachable', reason }),
        });
      }),
  };
};
