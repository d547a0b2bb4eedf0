import { randomUUID } from 'node:crypto';
import type { Answering } from '../../subscriber/answer.ts';
import type { Arrived, Entry } from '../../subscriber/entry.ts';
import { becameOf } from '../../subscriber/journal.ts';
import type { Subscriber } from '../../subscriber/start-subscriber.ts';
import type { JsonObject } from './answer.ts';
import type { MarkedEvent } from './events.ts';
import { type Recorder, violate } from './recorder.ts';
import type { Target } from './targets/target.ts';

/** An address of its own at the suite's subscriber, for one subscription of one test. */
export type Hook = Readonly<{
  url: string;
  /** Answers otherwise from now on. */
  answer: (answering: Answering) => void;
  /** Events that have come so far. */
  arrivals: () => readonly Arrived[];
  /** How often an event has come so far; others may send events of their own to the subscription. */
  arrivalsOf: (event: MarkedEvent) => number;
  /** The first event to come, or the first one that is meant. */
  arrival: (isMeant?: (arrived: Arrived) => boolean) => Promise<Arrived>;
  /**
   * The event that was sent; where it does not come and another has, that other: what the tenant made of it, or an event
   * that others sent to the subscription.
   */
  arrivalOf: (event: MarkedEvent) => Promise<Arrived>;
  /** That an event comes, put so that `toKeep` can judge it. */
  arrives: () => Promise<Fact>;
  /** That an event has come once so far, put so that `toKeep` can judge it. */
  arrivedOnce: (event: MarkedEvent) => Fact;
  /** The event that was sent, once its answer is out. */
  answered: (event: MarkedEvent) => Promise<Arrived>;
  /** The httpConfig of a subscription that dispatches here. */
  config: (members?: JsonObject) => JsonObject;
}>;

const lost = {
  clause: 'dispatch.request',
  operation: 'startTestTriggerInvocation',
  expected: 'an event at the address of the subscription',
} as const;

const probes = ['GET', 'HEAD', 'OPTIONS'];

type Fact = Readonly<{ holds: boolean; expected: string; seen: string }>;

export type Hooks = Readonly<{ open: (answering?: Answering) => Hook }>;

export const createHooks = (subscriber: Subscriber, target: Target, recorder: Recorder): Hooks => ({
  open: (answering = { body: {} }) => {
    const path = `/${randomUUID()}`;
    const url = `${(target.subscriber.url ?? subscriber.url).replace(/\/$/, '')}${path}`;
    // Behind a public address the path may have a prefix; each hook has a name of its own.
    // A request that only asks whether the address is there is no event.
    const isHere = ({ method, path: at }: Arrived) => at.endsWith(path) && !probes.includes(method);
    subscriber.answer(new URL(url).pathname, answering);

    const waiting = { deadlineMs: target.dispatchPatience, what: `the event at ${path}` };
    const arrivals = () => subscriber.journal.arrivals().filter(isHere);
    const arrivalsOf = (event: MarkedEvent) => arrivals().filter(({ json }) => event.isIn(json)).length;
    // An event that does not come is a promise broken, whatever the test is about.
    const arrival = async (isMeant: (arrived: Arrived) => boolean = () => true): Promise<Arrived> => {
      try {
        return await subscriber.journal.waitFor(
          (entry): entry is Arrived => entry.kind === 'arrived' && isHere(entry) && isMeant(entry),
          waiting,
        );
      } catch (error) {
        violate(recorder, { ...lost, seen: `none within ${target.dispatchPatience} ms` });
        throw error;
      }
    };

    const arrivalOf = async (event: MarkedEvent): Promise<Arrived> => {
      const first = await arrival();
      const isMeant = (entry: Entry): entry is Arrived =>
        entry.kind === 'arrived' && isHere(entry) && event.isIn(entry.json);

      return isMeant(first) ? first : subscriber.journal.waitFor(isMeant, waiting).catch(() => first);
    };

    return {
      url,
      answer: (other) => subscriber.answer(new URL(url).pathname, other),
      arrivals,
      arrivalsOf,
      arrival,
      arrivalOf,
      arrives: async () => {
        const holds = await arrival().then(
          () => true,
          () => false,
        );
        return { holds, expected: 'an event at the subscriber', seen: holds ? 'one' : 'none' };
      },
      arrivedOnce: (event) => {
        const times = arrivalsOf(event);

        return { holds: times === 1, expected: 'the first event once', seen: `${times} times` };
      },
      answered: async (event) => {
        const arrived = await arrivalOf(event);
        await subscriber.journal.waitFor(becameOf(arrived, 'answered'), waiting);

        return arrived;
      },
      config: (members = {}) => ({
        url,
        httpDispatchMode: 'SYNC',
        httpAuthenticationType: 'NO_AUTH',
        ...members,
      }),
    };
  },
});
