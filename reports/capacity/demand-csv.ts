import type { DemandOutcome } from './demand.ts';
import { studentQuantile } from './statistics/student.ts';

/** Fewer rows are no past. */
const fewestRows = 3;
const header = 'time,count';

/**
 * The peak of the past: a CSV with the header `time,count`, a time (ISO 8601, UTC where it names no zone) and a whole
 * number of events since then, in rows of equal distance. The peak is the busiest row; its interval is that of a count
 * of so many events.
 */
export const csvDemand = (text: string, name: string): DemandOutcome => {
  const failed = (problem: string): DemandOutcome => ({ ok: false, error: `${name} ${problem}` });
  const [first, ...lines] = linesOf(text);
  if (lines.length < fewestRows)
    return failed(
      `has ${lines.length} rows of data: it needs the header ${header} and at least ${fewestRows} rows`,
    );
  if (first?.text.toLowerCase().replace(/[\s"]/g, '') !== header)
    return failed(`begins with "${shown(first)}": its first line must be the header ${header}`);
  const rows = lines.map((line) => ({ line, ...rowOf(line.text) }));
  const wrong = rows.find(({ at, count }) => Number.isNaN(at) || Number.isNaN(count));
  if (wrong !== undefined)
    return failed(
      `line ${wrong.line.number} is not a time (ISO 8601) and a whole number of events: ${shown(wrong.line)}`,
    );
  const stepMs = (rows[1]?.at ?? 0) - (rows[0]?.at ?? 0);
  const astray = rows.find(({ at }, place) => at !== (rows[0]?.at ?? 0) + place * stepMs);
  if (stepMs <= 0 || astray !== undefined)
    return failed(
      `line ${(astray ?? rows[1])?.line.number} does not follow at the distance of the rows before: a row without events has the count 0`,
    );
  const peak = Math.max(...rows.map(({ count }) => count));
  if (peak === 0) return failed('has no event in any row: a demand of 0 gives no headroom');
  const seconds = stepMs / 1000;
  const reach = studentQuantile(0.975, 1000) * Math.sqrt(peak);

  return {
    ok: true,
    demand: {
      rate: peak / seconds,
      low: Math.max(0, peak - reach) / seconds,
      high: (peak + reach) / seconds,
      source: `the busiest ${seconds} s of ${rows.length} rows in ${name}`,
      meanOverSeconds: seconds,
    },
  };
};

type Line = Readonly<{ number: number; text: string }>;

/** Those that hold something, with their numbers. */
const linesOf = (text: string): readonly Line[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, place) => ({ number: place + 1, text: line.trim() }))
    .filter((line) => line.text !== '');

const shown = (line: Line | undefined): string => line?.text.slice(0, 60) ?? '';

/** NaN in place of what is none. */
const rowOf = (text: string): Readonly<{ at: number; count: number }> => {
  const [, time = '', count = ''] = /^"?([^",]*)"?\s*,\s*"?(\d{1,15})"?$/.exec(text) ?? [];

  return { at: timeOf(time.trim()), count: count === '' ? Number.NaN : Number(count) };
};

/** In ms; of a clock without a zone as if it were UTC, so that no machine's zone moves it. */
const timeOf = (text: string): number => {
  const [, date, clock = '', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];

  return date === undefined ? Number.NaN : Date.parse(clock === '' ? date : `${date}T${clock}${zone}`);
};
