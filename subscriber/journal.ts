import type { Arrived, Entry, EntryKind, RecordEntry } from './entry.ts';

export type Waiting = Readonly<{
  /** In ms of the machine's time: what is on its way needs real time, whatever clock the subscriber goes by. */
  deadlineMs: number;
  /** What is waited for, for the message: "the event at /joiner". */
  what?: string;
}>;

/** What happened at a subscriber, in its order. */
export type Journal = Readonly<{
  entries: () => readonly Entry[];
  arrivals: () => readonly Arrived[];
  /**
   * The requests that came before this one. That something was not sent is proved by it: send something after it that
   * must arrive, wait for that, and look for the other among what came before.
   */
  before: (arrived: Arrived) => readonly Arrived[];
  /** The first entry that holds, be it there already or still to come. Rejects with what came instead. */
  waitFor: WaitFor;
}>;

type WaitFor = {
  <Found extends Entry>(holds: (entry: Entry) => entry is Found, waiting: Waiting): Promise<Found>;
  (holds: (entry: Entry) => boolean, waiting: Waiting): Promise<Entry>;
};

type Waiter = Readonly<{ take: RecordEntry; end: (reason: string) => void }>;

export type OwnJournal = Readonly<{ journal: Journal; record: RecordEntry; close: () => void }>;

export const createJournal = (): OwnJournal => {
  const entries: Entry[] = [];
  const waiters = new Set<Waiter>();

  const waitFor = (
    holds: (entry: Entry) => boolean,
    { deadlineMs, what = 'an entry' }: Waiting,
  ): Promise<Entry> => {
    const found = entries.find(holds);
    if (found) return Promise.resolve(found);

    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        waiters.delete(waiter);
        finish();
      };
      const waiter: Waiter = {
        take: (entry) => {
          if (holds(entry)) settle(() => resolve(entry));
        },
        end: (reason) => settle(() => reject(new Error(`Waited for ${what}: ${reason}. ${tell(entries)}`))),
      };
      const timer = setTimeout(() => waiter.end(`it did not come within ${deadlineMs} ms`), deadlineMs);
      waiters.add(waiter);
    });
  };
  const arrivals = () => entries.filter(isArrived);

  return {
    journal: {
      entries: () => [...entries],
      arrivals,
      before: ({ number }) => arrivals().filter((earlier) => earlier.number < number),
      waitFor: waitFor as WaitFor,
    },
    record: (entry) => {
      entries.push(entry);
      for (const waiter of [...waiters]) waiter.take(entry);
    },
    close: () => {
      for (const waiter of [...waiters]) waiter.end('the subscriber was closed');
    },
  };
};

/** Holds for requests to a path, or for those of them that are meant. */
export const arrivedAt =
  (path: string, isMeant: (arrived: Arrived) => boolean = () => true) =>
  (entry: Entry): entry is Arrived =>
    isArrived(entry) && entry.path === path && isMeant(entry);

/** Holds for what became of a request. */
export const becameOf =
  <Kind extends Exclude<EntryKind, 'arrived'>>({ number }: Arrived, kind: Kind) =>
  (entry: Entry): entry is Extract<Entry, { kind: Kind }> =>
    entry.kind === kind && entry.number === number;

const isArrived = (entry: Entry): entry is Arrived => entry.kind === 'arrived';

const tell = (entries: readonly Entry[]): string => {
  const shown = entries
    .slice(-10)
    .map((entry) => `#${entry.number} ${entry.kind} ${detail(entry)}`.trimEnd());

  return shown.length === 0 ? 'Nothing came.' : `The last that came: ${shown.join(', ')}.`;
};

const detail = (entry: Entry): string => {
  if (entry.kind === 'arrived') return `${entry.method} ${entry.path}`;

  return entry.kind === 'answered' || entry.kind === 'completed' ? String(entry.status ?? 'unanswered') : '';
};
