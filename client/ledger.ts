import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';
import { fileJournal, type Journal, memoryJournal } from './journal.ts';
import {
  type Book,
  emptyBook,
  enter,
  isLedgerLine,
  type LedgerEntry,
  type LedgerLine,
} from './ledger-book.ts';
import { parseJson } from './parse-json.ts';

/** What a run makes on a tenant, written down before the request leaves, so that a killed run can be cleaned up. */
export type Ledger = Readonly<{
  runId: string;
  /** Announces a subscription that is about to be created; returns the key under which its outcome is told. */
  intend(thing: Readonly<{ name?: string | undefined; triggerId?: string | undefined }>): string;
  created(key: string, id: string): void;
  /** The creation was refused: there is nothing to remove. */
  refused(key: string): void;
  /** The subscription is gone. */
  removed(id: string): void;
  /** An invocation that this run started. */
  started(invocationId: string): void;
  /** Registers an id that the run made up and nobody has; returns it. */
  invent(id: string): string;
  /** Whether this run made the subscription or invocation, or made its id up. A removed one stays its own. */
  owns(id: string): boolean;
  /** How many subscriptions of a trigger this run holds or is about to create, over all its workers. */
  heldOn(triggerId: string): number;
  /** What may still be on the tenant, oldest first. */
  open(): readonly LedgerEntry[];
  /** Subscriptions created and removed so far. */
  totals(): Readonly<{ created: number; removed: number }>;
}>;

export type LedgerOptions = Readonly<{
  runId: string;
  journal: Journal;
  /** Host name of the tenant, so that a later run looks in the right place. */
  host: string;
  clock?: Clock;
  newKey?: () => string;
}>;

/** A ledger over a journal. Several on one journal, as those of a run's workers, see the same. */
export function createLedger({
  runId,
  journal,
  host,
  clock = systemClock,
  newKey = randomUUID,
}: LedgerOptions): Ledger {
  const book = emptyBook();

  const write = (line: LedgerLine) =>
    journal.append(JSON.stringify({ at: new Date(clock.now()).toISOString(), run: runId, host, ...line }));
  const current = (): Book => readInto(book, journal, runId);

  return {
    runId,
    intend: ({ name, triggerId }) => {
      const key = newKey();
      write({ event: 'intended', key, operation: 'createSubscription', name, triggerId });

      return key;
    },
    created: (key, id) => write({ event: 'created', key, id }),
    refused: (key) => write({ event: 'refused', key }),
    removed: (id) => write({ event: 'removed', id }),
    started: (id) => write({ event: 'started', id }),
    invent: (id) => {
      write({ event: 'invented', id });

      return id;
    },
    owns: (id) => current().own.has(id),
    heldOn: (triggerId) => openEntries(current()).filter((entry) => entry.triggerId === triggerId).length,
    open: () => openEntries(current()),
    totals: () => {
      const { created, removed } = current();

      return { created, removed };
    },
  };
}

/** A ledger that ends with the process, for the mock. */
export const memoryLedger = (runId: string): Ledger =>
  createLedger({ runId, journal: memoryJournal(), host: 'mock' });

/** What a ledger's file says may still be on a tenant, of any run. A half last line is passed over. */
export const readLedger = (file: string): readonly LedgerEntry[] =>
  openEntries(readInto(emptyBook(), fileJournal(file)));

const openEntries = (book: Book): readonly LedgerEntry[] => [...book.open.values()];

const readInto = (book: Book, journal: Journal, runId?: string): Book => {
  for (const text of journal.readNew()) {
    const line = parseJson(text);
    if (isLedgerLine(line) && (runId === undefined || line.run === runId)) enter(book, line);
  }

  return book;
};
