export type DurationReading = Readonly<{ ok: true; ms: number }> | Readonly<{ ok: false; reason: string }>;

const shape = /^P(?!$)(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,9}))?S)?)?$/;

/** A part that is counted by the calendar stands before the T. */
const calendar = /^P[^T]*\d[YMW]/;

/**
 * Reads an ISO 8601 duration of days and below, a day being 24 hours, into milliseconds: `PT1H`, `P1DT12H`,
 * `PT0.5S`. The documentation of response deadlines names the format and no bounds. Years, months and weeks are
 * refused, since how long they are is agreed nowhere; so are signs, and fractions of anything but a second.
 */
export const parseDuration = (text: string): DurationReading => {
  if (calendar.test(text)) return refused(text, 'counts in years, months or weeks; give days, hours or less');
  const parts = shape.exec(text);
  if (!parts) return refused(text, 'is no ISO 8601 duration such as PT1H, PT30M or P1D');

  const [, days, hours, minutes, seconds, fraction = ''] = parts;
  const whole = count(days) * 86_400 + count(hours) * 3600 + count(minutes) * 60 + count(seconds);
  if (!Number.isSafeInteger(whole * 1000)) return refused(text, 'is too long to be counted in milliseconds');

  return { ok: true, ms: whole * 1000 + count(fraction.padEnd(9, '0')) / 1_000_000 };
};

const count = (digits: string | undefined): number => Number(digits ?? 0);

const refused = (text: string, reason: string): DurationReading => ({
  ok: false,
  reason: `${JSON.stringify(text)} ${reason}`,
});
