import { oneLine, visible } from '../reports/text.ts';

/** A value of a payload as one line of JSON, cut where it is long: it comes from others, so what harms is visible. */
export const shownValue = (value: unknown, most = 160): string => {
  try {
    return oneLine(JSON.stringify(value) ?? 'nothing', most);
  } catch {
    return 'a value that is nested too deeply to be shown';
  }
};

/** Names, with commas, cut where they do not fit into a line. */
export const shownNames = (names: readonly string[]): string =>
  names.length === 0 ? 'nothing' : oneLine(names.join(', '), 160);

/** A word for a shell to take as it is. */
export const quoted = (word: string): string =>
  /^[\w./:@-]+$/.test(word) ? word : `'${visible(word).replaceAll("'", "'\\''")}'`;

/** A labelled line below an expression. */
export const line = (label: string, text: string): string => labelled(`  ${label}`, text, 10);

/** A line with a label in a column of its own. */
export const labelled = (label: string, text: string, width = 8): string =>
  `${label.padEnd(width)}${text}`.trimEnd();
