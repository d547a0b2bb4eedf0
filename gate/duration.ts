import { UsageError } from './gate-options.ts';

const unitMs: Readonly<Record<string, number>> = {
  '': 1000,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a duration as people type it: `90s`, `30m`, `6h`, `2d`, or seconds alone. Throws UsageError. */
export const durationMs = (text: string): number => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhd]?)$/i.exec(text.trim()) ?? [];
  if (number === undefined) throw new UsageError(`"${text}" is no duration: write it as 90s, 30m, 6h or 2d.`);

  return Number(number) * (unitMs[unit.toLowerCase()] ?? 0);
};

/** A duration for people: `3 h`, `12 min`. */
export const inWords = (ms: number): string =>
  ms >= 2 * 3_600_000 ? `${Math.floor(ms / 3_600_000)} h` : `${Math.max(0, Math.floor(ms / 60_000))} min`;
