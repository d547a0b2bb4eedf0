/**
 * Whether two ISO 8601 durations last equally long: PT60S and PT1M do. A day counts 24 hours; months and years,
 * whose length differs, are the same only where they are written alike.
 */
export const isSameDuration = (one: unknown, other: unknown): boolean =>
  one === other || (secondsOf(one) !== undefined && secondsOf(one) === secondsOf(other));

/** Weeks, days, hours, minutes and seconds, the last with a fraction. */
const duration = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;

const unitSeconds = [604_800, 86_400, 3600, 60, 1];

const secondsOf = (text: unknown): number | undefined => {
  const parts = duration.exec(String(text))?.slice(1);

  return parts?.reduce(
    (sum, part = '0', index) => sum + Number(part.replace(',', '.')) * (unitSeconds[index] ?? 0),
    0,
  );
};
