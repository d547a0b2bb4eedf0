import type { DemandOutcome } from './demand.ts';
import { studentQuantile } from './statistics/student.ts';

/** How many events a row may lack around it before its place in the day is in doubt. */
const fewestRows = 3;

/**
 * The peak of the past: a CSV with a header and two columns, a time (ISO 8601) and a count of events since then, in
 * rows of equal distance. The peak is the busiest row; its interval is that of a count of so many events.
 */
export const csvDemand = (text: string, name: string): DemandOutcome => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const rows = lines.slice(1).map((line) => line.split(',').map((cell) => cell.trim()));
  const failed = (problem: string): DemandOutcome => ({ ok: false, error: `${name} ${problem}` });
  if (rows.length < fewestRows)
    return failed(
      `has ${rows.length} rows of data: it needs a header and at least ${fewestRows} rows of time,count`,
    );
  const read = rows.map(([time = '', count = '']) => ({
    at: Date.parse(time),
    count: count === '' ? Number.NaN : Number(count),
  }));
  const wrong = read.findIndex(({ at, count }) => Number.isNaN(at) || !Number.isFinite(count) || count < 0);
  if (wrong !== -1)
    return failed(`line ${wrong + 2} is not a time and a count: ${lines[wrong + 1]?.slice(0, 60) ?? ''}`);
  const seconds = distance(read.map(({ at }) => at));
  if (seconds === null) return failed('has rows that do not follow each other at one distance in time');
  const peak = Math.max(...read.map(({ count }) => count));
  if (peak === 0) return failed('has no event in any row: a demand of 0 gives no headroom');
  const reach = studentQuantile(0.975, 1000) * Math.sqrt(peak);

  return {
    ok: true,
    demand: {
      rate: peak / seconds,
      low: Math.max(0, peak - reach) / seconds,
      high: (peak + reach) / seconds,
      source: `the busiest ${seconds} s of ${rows.length} in ${name}`,
    },
  };
};

/** Seconds between rows, null where they differ. */
const distance = (times: readonly number[]): number | null => {
  const [first = 0, second = 0] = times;
  const step = second - first;
  const equal = times.every((at, place) => at === first + place * step);

  return step > 0 && equal ? step / 1000 : null;
};
