import { randomUUID } from 'node:crypto';
import type { Answering } from '../../subscriber/answer.ts';
import type { Arrived } from '../../subscriber/entry.ts';
import { arrivedAt } from '../../subscriber/journal.ts';
import type { Subscriber } from '../../subscriber/start-subscriber.ts';
import type { JsonObject } from './answer.ts';
import type { Target } from './targets/target.ts';

/** An address of its own at the suite's subscriber, for one subscription of one test. */
export type Hook = Readonly<{
  url: string;
  /** Events that have come so far. */
  arrivals: () => readonly Arrived[];
  /** The first event to come, or the first one that is meant. */
  arrival: (isMeant?: (arrived: Arrived) => boolean) => Promise<Arrived>;
  /** The httpConfig of a subscription that dispatches here. */
  config: (members?: JsonObject) => JsonObject;
}>;

export type Hooks = Readonly<{ open: (answering?: Answering) => Hook }>;

export const createHooks = (subscriber: Subscriber, target: Target): Hooks => ({
  open: (answering = { body: {} }) => {
    const path = `/${randomUUID()}`;
    const url = `${(target.subscriber.url ?? subscriber.url).replace(/\/$/, '')}${path}`;
    // Behind a public address the path may have a prefix; each hook has a name of its own.
    const isHere = (arrived: Arrived) => arrived.path.endsWith(path);
    subscriber.answer(new URL(url).pathname, answering);

    return {
      url,
      arrivals: () => subscriber.journal.arrivals().filter(isHere),
      arrival: (isMeant = () => true) =>
        subscriber.journal.waitFor(
          (entry): entry is Arrived => arrivedAt(new URL(url).pathname)(entry) && isMeant(entry),
          { deadlineMs: target.dispatchPatience, what: `the event at ${path}` },
        ),
      config: (members = {}) => ({
        url,
        httpDispatchMode: 'SYNC',
        httpAuthenticationType: 'NO_AUTH',
        ...members,
      }),
    };
  },
});
