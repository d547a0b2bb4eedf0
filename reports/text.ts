const ansi = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])?/g;

// Control and format characters (they move, hide or turn text), line separators, halves of surrogate pairs.
const harmful = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Without ANSI sequences: error messages of the runner hold colours. */
export const withoutAnsi = (text: string): string => text.replace(ansi, '');

/**
 * Text of a tenant, made harmless for a terminal or a page: what controls, hides or turns text is written as
 * `\u001b`, so that it is seen and does nothing. Line ends go the same way: the result is one line.
 */
export const visible = (text: string): string =>
  text.replace(harmful, (character) => escaped(character.codePointAt(0) ?? 0));

/** The same for a text of several lines, whose line ends stay. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** At most `most` characters, and how many there were where some are gone. */
export const cut = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}... (${text.length} characters)`;

/** One line that a terminal can show, at most `most` characters of the text. */
export const oneLine = (text: string, most = 300): string =>
  visible(cut(withoutAnsi(text).replace(/\s+/g, ' ').trim(), most));

/** `1 cell`, `2 cells`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Seconds for people: `6.2 s`. */
export const inSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`;

const escaped = (point: number): string =>
  point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
