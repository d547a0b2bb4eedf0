/** One line of a ledger, without what every line has. */
export type LedgerLine =
  | Readonly<{
      event: 'intended';
      key: string;
      operation: 'createSubscription';
      name?: string | undefined;
      triggerId?: string | undefined;
    }>
  | Readonly<{ event: 'created'; key: string; id: string }>
  | Readonly<{ event: 'refused'; key: string }>
  | Readonly<{ event: 'removed' | 'started' | 'invented'; id: string }>;

type Stamped = LedgerLine & Readonly<{ at: string; run: string; host: string }>;

/** Something that may still be on a tenant: without an id, its creation was announced and never told of again. */
export type LedgerEntry = Readonly<{
  /** Under which its outcome is told. */
  key: string;
  run: string;
  host: string;
  name?: string | undefined;
  triggerId?: string | undefined;
  id?: string | undefined;
  /** ISO 8601 UTC. */
  intendedAt: string;
}>;

export type Book = {
  /** By key of the intention. */
  open: Map<string, LedgerEntry>;
  own: Set<string>;
  keys: Map<string, string>;
  created: number;
  removed: number;
};

export const emptyBook = (): Book => ({
  open: new Map(),
  own: new Set(),
  keys: new Map(),
  created: 0,
  removed: 0,
});

/** Enters one line. */
export function enter(book: Book, line: Stamped): void {
  switch (line.event) {
    case 'intended': {
      const { key, run, host, name, triggerId, at } = line;
      book.open.set(key, { key, run, host, name, triggerId, intendedAt: at });
      return;
    }
    case 'created': {
      const entry = book.open.get(line.key);
      if (entry) book.open.set(line.key, { ...entry, id: line.id });
      book.keys.set(line.id, line.key);
      book.own.add(line.id);
      book.created += 1;
      return;
    }
    case 'refused':
      book.open.delete(line.key);
      return;
    case 'removed':
      if (book.open.delete(book.keys.get(line.id) ?? '')) book.removed += 1;
      return;
    case 'started':
    case 'invented':
      book.own.add(line.id);
  }
}

/** Whether parsed JSON is a line that this program wrote. */
export const isLedgerLine = (value: unknown): value is Stamped =>
  typeof value === 'object' && value !== null && 'event' in value && 'run' in value;
