/** A rate in events/s and 1 / p99 there: 0 where a queue no longer comes to rest. */
export type CurvePoint = Readonly<{ rate: number; inverse: number }>;

/** Between which rates a curve passes its limit: the straight line says `low`, and `high` is the most it can be. */
export type Crossing = Readonly<{ low: number; high: number }>;

/**
 * Where 1 / p99 falls below `limit`. In queues 1 / p99 falls ever faster with the rate, and is 0 at saturation
 * (for M/M/1 it is a straight line). So a line between two neighbours lies below the curve and crosses too soon,
 * and the line through the two before, or the two behind, lies above it: between these the crossing is.
 * `below` the first point: 0 to its rate. Null: it is not passed. Points are in ascending order of the rate.
 */
export const crossing = (points: readonly CurvePoint[], limit: number): Crossing | null => {
  const curve = falling(points);
  const [first] = curve;
  if (first === undefined) return null;
  if (first.inverse < limit) return { low: 0, high: first.rate };
  const place = curve.findIndex(({ inverse }) => inverse < limit);
  const [before, behind] = [curve[place - 1], curve[place]];
  if (before === undefined || behind === undefined) return null;

  const low = along(before, behind, limit);
  const high = Math.min(
    behind.rate,
    along(curve[place - 2], before, limit),
    along(behind, curve[place + 1], limit),
  );

  return { low, high: Math.max(low, high) };
};

/** Where the line through two points meets the limit; Infinity where there is none, or it does not fall. */
const along = (one: CurvePoint | undefined, other: CurvePoint | undefined, limit: number): number => {
  if (one === undefined || other === undefined || one.inverse <= other.inverse)
    return Number.POSITIVE_INFINITY;

  return one.rate + ((one.inverse - limit) * (other.rate - one.rate)) / (one.inverse - other.inverse);
};

/** The nearest curve that never rises: neighbours that do are levelled (pool adjacent violators). */
const falling = (points: readonly CurvePoint[]): readonly CurvePoint[] => {
  const levels: { total: number; rates: number[] }[] = [];
  for (const { rate, inverse } of points) {
    let level = { total: inverse, rates: [rate] };
    for (let last = levels.at(-1); last && height(last) < height(level); last = levels.at(-1)) {
      level = { total: last.total + level.total, rates: [...last.rates, ...level.rates] };
      levels.pop();
    }
    levels.push(level);
  }

  return levels.flatMap((level) => level.rates.map((rate) => ({ rate, inverse: height(level) })));
};

const height = ({ total, rates }: Readonly<{ total: number; rates: readonly number[] }>): number =>
  total / rates.length;
