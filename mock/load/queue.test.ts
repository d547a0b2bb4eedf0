import { expect, test } from '@playwright/test';
import { type VirtualClock, virtualClock } from '../clock.ts';
import { createFreeze } from './freeze.ts';
import { createQueue, type Serve } from './queue.ts';

type Queue = Readonly<{ clock: VirtualClock; serve: Serve; arrive: (name: string) => void; log: string[] }>;

const open = (
  service: number | undefined,
  workers: number,
  freeze?: Readonly<{ start: number; duration: number }>,
): Queue => {
  const clock = virtualClock(0);
  const serve = createQueue({ service, workers, doneAt: createFreeze(freeze), clock });
  const log: string[] = [];

  return {
    clock,
    serve,
    log,
    arrive: (name) =>
      void serve(async () => {
        log.push(`${name} ${clock.now()}`);
      }),
  };
};

test('two workers serve two requests at once, and the others in the order in which they came', async () => {
  const { clock, arrive, log } = open(10, 2);
  for (const name of ['a', 'b', 'c', 'd', 'e']) arrive(name);

  await clock.advance(100);

  expect(log).toEqual(['a 10', 'b 10', 'c 20', 'd 20', 'e 30']);
});

test('a worker that is free serves at once, whatever was before', async () => {
  const { clock, arrive, log } = open(10, 1);
  arrive('a');
  await clock.advance(5);
  arrive('b');
  await clock.advance(100);
  arrive('c');
  await clock.advance(100);

  expect(log).toEqual(['a 10', 'b 20', 'c 115']);
});

test('asked for more than it carries, it carries workers / service', async () => {
  const { clock, arrive, log } = open(10, 2);
  for (let n = 0; n < 600; n += 1) {
    arrive('x');
    await clock.advance(4);
  }

  expect(log.filter((line) => Number(line.slice(1)) > 1000 && Number(line.slice(1)) <= 2000)).toHaveLength(
    200,
  );
});

test('what is served during a freeze is done so much later, and nothing is answered meanwhile', async () => {
  const { clock, arrive, log } = open(10, 1, { start: 15, duration: 100 });
  for (const name of ['a', 'b', 'c']) arrive(name);

  await clock.advance(200);

  expect(log).toEqual(['a 10', 'b 120', 'c 130']);
});

test('without a service time only those wait that come during a freeze', async () => {
  const { clock, arrive, log } = open(undefined, 1, { start: 15, duration: 100 });
  arrive('a');
  await clock.advance(15);
  arrive('b');
  await clock.advance(50);
  arrive('c');
  await clock.advance(50);
  arrive('d');

  expect(log).toEqual(['a 0', 'b 115', 'c 115', 'd 115']);
});

test('work that fails is told to who waits for it', async () => {
  const { clock, serve } = open(10, 1);
  const failed = expect(serve(() => Promise.reject(new Error('no')))).rejects.toThrow('no');

  await clock.advance(10);

  await failed;
});
