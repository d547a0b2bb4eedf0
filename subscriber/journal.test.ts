import { expect, test } from '@playwright/test';
import type { Arrived, Entry } from './entry.ts';
import { arrivedAt, becameOf, createJournal } from './journal.ts';

const deadlineMs = 5000;

const arrivedRequest = (number: number, path: string): Arrived => ({
  kind: 'arrived',
  number,
  at: number,
  method: 'POST',
  path,
  query: '',
  headers: {},
  credentials: { kind: 'none' },
  body: '',
  whole: true,
  json: undefined,
  metadata: undefined,
  invocationId: undefined,
});

test('what is there already is found at once', async () => {
  const { journal, record } = createJournal();
  record(arrivedRequest(1, '/a'));
  record(arrivedRequest(2, '/b'));

  expect(await journal.waitFor(arrivedAt('/b'), { deadlineMs })).toMatchObject({ number: 2 });
});

test('what is still to come is awaited, and the first that holds is given', async () => {
  const { journal, record } = createJournal();
  const waiting = journal.waitFor(arrivedAt('/b'), { deadlineMs });
  for (const [index, path] of ['/a', '/b', '/b'].entries()) record(arrivedRequest(index + 1, path));

  expect(await waiting).toMatchObject({ number: 2 });
});

test('what became of a request is told apart from what became of others', async () => {
  const { journal, record } = createJournal();
  const first = arrivedRequest(1, '/a');
  for (const number of [2, 1]) {
    record({ kind: 'answered', number, at: 0, status: 200 });
    record({ kind: 'completed', number, at: 0, status: 204, error: undefined });
  }

  expect(await journal.waitFor(becameOf(first, 'completed'), { deadlineMs })).toMatchObject({
    kind: 'completed',
    number: 1,
  });
});

test('what does not come in time is told with what came instead', async () => {
  const { journal, record } = createJournal();
  record(arrivedRequest(1, '/a'));
  record({ kind: 'answered', number: 1, at: 0, status: 200 });

  await expect(journal.waitFor(arrivedAt('/b'), { deadlineMs: 1, what: 'the event at /b' })).rejects.toThrow(
    'Waited for the event at /b: it did not come within 1 ms. The last that came: #1 arrived POST /a, #1 answered 200.',
  );
});

test('closing ends all waiting', async () => {
  const { journal, close } = createJournal();
  const waiting = journal.waitFor(arrivedAt('/b'), { deadlineMs });

  close();

  await expect(waiting).rejects.toThrow('the subscriber was closed. Nothing came.');
});

test('that nothing came before an event is seen by looking at what came before it', () => {
  const { journal, record } = createJournal();
  // The body of the second request took longer than that of the third.
  for (const [number, path] of [
    [1, '/a'],
    [3, '/mark'],
    [2, '/b'],
    [4, '/c'],
  ] as const) {
    record(arrivedRequest(number, path));
  }

  expect(journal.before(arrivedRequest(3, '/mark')).map(({ path }) => path)).toEqual(['/a', '/b']);
});

test('a journal that was read does not grow in the hands of its reader', () => {
  const { journal, record } = createJournal();
  const entries: readonly Entry[] = journal.entries();
  record(arrivedRequest(1, '/a'));

  expect(entries).toEqual([]);
});
