/** The text of a lenient JSON value and the place in it. The end reads as U+001A, and U+001A as the end. */
export type JsonText = { readonly text: string; position: number };

export const end = '\u001a';

/** The text is no JSON even for a lenient reader. */
export class JsonProblem extends Error {}

export const current = ({ text, position }: JsonText): string => text[position] ?? end;

/** Skips everything up to the blank. */
export const skipSpace = (input: JsonText): void => {
  while (current(input) <= ' ' && current(input) !== end) input.position++;
};

/** Takes a text without quotes up to one of the stops, and trims it. */
export const bareText = (input: JsonText, stops: string, start = input.position): string => {
  while (current(input) !== end && !stops.includes(current(input))) input.position++;
  return trimSpace(input.text.slice(start, input.position));
};

/** Takes a text in quotes; the place is on its opening quote. */
export const quotedText = (input: JsonText): string => {
  const { text, position } = input;
  const close = text.indexOf(current(input), position + 1);
  if (close === -1) throw new JsonProblem();

  const content = text.slice(position + 1, close);
  if (content.includes('\\')) return escapedText(input);
  input.position = close + 1;
  return content;
};

/** A last unit stays whatever it is. */
const trimSpace = (text: string): string => {
  let [start, stop] = [0, text.length];
  while (start < stop - 1 && whitespace.test(text.charAt(start))) start++;
  while (stop - 1 > start && whitespace.test(text.charAt(stop - 1))) stop--;
  return text.slice(start, stop);
};

/** Character.isWhitespace: no space that forbids a line break. */
const whitespace = /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;

const escapes: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  b: '\b',
  '\\': '\\',
  '/': '/',
  "'": "'",
  '"': '"',
};

/** With a backslash in it, control units are dropped, and so are escapes that nobody knows. */
const escapedText = (input: JsonText): string => {
  const quote = current(input);
  let result = '';
  for (input.position++; current(input) !== quote; input.position++) {
    const character = current(input);
    if (character === end) throw new JsonProblem();
    if (character === '\\') result += escaped(input);
    else if (character >= ' ' && character !== '\u007f') result += character;
  }
  input.position++;
  return result;
};

const escaped = (input: JsonText): string => {
  const letter = input.text[++input.position] ?? end;
  if (letter !== 'u' && letter !== 'x') return Object.hasOwn(escapes, letter) ? (escapes[letter] ?? '') : '';

  const length = letter === 'u' ? 4 : 2;
  const digits = input.text.slice(input.position + 1, input.position + 1 + length);
  if (digits.length < length || !/^[0-9a-f]*$/i.test(digits)) throw new JsonProblem();
  input.position += length;
  return String.fromCharCode(Number.parseInt(digits, 16));
};
