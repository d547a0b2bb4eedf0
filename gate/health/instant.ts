/** ISO 8601 as ms since 1970, microseconds as fractions, so that the order of two is kept; null for no time. */
export const instant = (value: unknown): number | null => {
  if (typeof value !== 'string') return null;
  const ms = Date.parse(value);
  const [, further = ''] = /\.\d{3}(\d+)/.exec(value) ?? [];

  return Number.isNaN(ms) ? null : ms + Number(`0.${further || '0'}`);
};
