export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;

  return total;
};

export const mean = (values: ArrayLike<number> & Iterable<number>): number => sum(values) / values.length;

/** The unbiased variance; 0 of fewer than two values. */
export const variance = (values: ArrayLike<number> & Iterable<number>): number => {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;

  return squares / (values.length - 1);
};

/** The quantile of values that are sorted, interpolated between neighbours as DuckDB's `quantile_cont` does it. */
export const sortedQuantile = (sorted: ArrayLike<number>, probability: number): number => {
  const place = probability * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;

  return below === above ? below : below + (above - below) * (place - Math.floor(place));
};
