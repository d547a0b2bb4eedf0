import { oneLine } from '../../reports/text.ts';

const mask = '***';

/** Shorter texts are words of any sentence: masking `no` would make holes in all of them. */
const shortest = 3;

/** Shorter texts are masked as whole words only: `Ann` is no part of "Annual". */
const longEnoughForParts = 6;

/** What may be somebody's own, whatever its payload says, and what would make one reason two. */
const patterns: readonly RegExp[] = [
  /[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi,
  /\bhttps?:\/\/\S+/gi,
  /\b(?:Bearer|Basic)\s+\S+/gi,
  /"[^"]*"|(?<![\p{L}])'[^']*'|[“‘][^”’]*[”’]|`[^`]*`/gu,
  /\b[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\b/gi,
  /\b(?=[\w-]*\d)[\w-]{16,}\b/g,
  /\d{4,}/g,
];

/**
 * A tenant's reason for a failure as it may leave the process: what the payload holds is masked, and so are
 * addresses, ids, quoted texts and long numbers. One line of at most 200 characters.
 */
export const maskedReason = (message: string, payload: readonly string[]): string => {
  const own = [...new Set(payload.map((text) => text.trim()).filter(({ length }) => length >= shortest))];
  const longestFirst = own.toSorted((one, other) => other.length - one.length);
  const withoutPayload = longestFirst.reduce(withoutText, message);

  return oneLine(
    patterns.reduce((text, pattern) => text.replace(pattern, mask), withoutPayload),
    200,
  );
};

const withoutText = (message: string, text: string): string =>
  text.length >= longEnoughForParts
    ? message.replaceAll(text, mask)
    : message.replace(new RegExp(`(?<![\\p{L}\\d])${literal(text)}(?![\\p{L}\\d])`, 'gu'), mask);

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
