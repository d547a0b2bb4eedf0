import { mean, sortedQuantile, variance } from '../statistics/sample.ts';
import { studentQuantile } from '../statistics/student.ts';

const batches = 15;
const third = batches / 3;
/** Latencies that fall by less are not those of something that is still warming up. */
const leastFall = 1.5;

/**
 * Whether latencies in the order of time have left the warm-up behind: those of the first third must not lie above
 * those of the last by half, and by more than chance. A rise is no warm-up: it is backlog, or the queue's own
 * swing, and is judged as such. Medians of batches are compared, which a single slow answer does not move.
 */
export const isSettled = (latenciesMs: Float64Array): boolean => {
  const size = Math.floor(latenciesMs.length / batches);
  if (size === 0) return true;
  const medians = Array.from({ length: batches }, (_, batch) =>
    Math.log(sortedQuantile(latenciesMs.slice(batch * size, (batch + 1) * size).sort(), 0.5)),
  );
  if (!medians.every(Number.isFinite)) return true;
  const [first, last] = [medians.slice(0, third), medians.slice(-third)];
  const fall = mean(first) - mean(last);
  const chance =
    studentQuantile(0.995, 2 * third - 2) * Math.sqrt((variance(first) + variance(last)) / third);

  return fall < Math.max(Math.log(leastFall), chance);
};
