/** `29 %`; below 10 % with one digit behind the point. */
export const percent = (share: number): string => {
  const value = share * 100;

  return `${value < 10 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value)} %`;
};

/** A point in time as `01:52 UTC`, and with its date where it has to be told: `2026-01-10 01:52 UTC`. */
export const clockText = (ms: number): string => `${new Date(ms).toISOString().slice(11, 16)} UTC`;
export const dateText = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** A length of time in its largest unit of which there are two at least: `24 h`, `90 min`, `1.5 s`. */
export const agoText = (ms: number): string => {
  const [unit, size] = units.find(([, each]) => ms >= 2 * each) ?? (['s', 1000] as const);
  const amount = ms / size;

  return `${unit === 's' && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
};
