import type { Clock } from '../clock.ts';
import type { DoneAt } from './freeze.ts';

type QueueOptions = Readonly<{
  /** In ms; absent: as many as come are served at once, and none of them takes any time. */
  service: number | undefined;
  workers: number;
  doneAt: DoneAt;
  clock: Clock;
}>;

/** Does the work of a request when its service is over. */
export type Serve = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/**
 * M/D/c: requests are served in the order in which they come, by `workers` at once, each for `service`. When each is
 * done is known when it comes, so that a timer of the machine that is late delays its own request and no other.
 */
export const createQueue = ({ service, workers, doneAt, clock }: QueueOptions): Serve => {
  const freeAt = Array<number>(workers).fill(0);

  const endOf = (now: number): number => {
    if (service === undefined) return doneAt(now, 0);
    const next = freeAt.indexOf(Math.min(...freeAt));
    const end = doneAt(Math.max(now, freeAt[next] ?? 0), service);
    freeAt[next] = end;

    return end;
  };

  return (work) => {
    const now = clock.now();
    const end = endOf(now);

    return end <= now
      ? work()
      : new Promise((resolve, reject) => {
          clock.setTimer(end, () => work().then(resolve, reject));
        });
  };
};
