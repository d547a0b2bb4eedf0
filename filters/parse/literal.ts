import { compilePattern } from '../regex/pattern.ts';
import type { Literal } from '../syntax.ts';
import { parseDecimal } from '../values/decimal.ts';
import { isDigit } from '../values/digits.ts';
import type { Cursor } from './cursor.ts';
import { unescapeText } from './unescape.ts';

/** Reads a literal. What begins like none of the others is read as a number. */
export const readLiteral = (cursor: Cursor): Literal => {
  const start = cursor.skipBlanks().position;
  const reader = readers[cursor.current] ?? readNumber;
  const read = reader(cursor, start);
  return { ...read, span: [cursor.base + start, cursor.base + cursor.position] };
};

/** A union without `span`, member by member. */
type Unplaced<T> = T extends unknown ? Omit<T, 'span'> : never;
type Reader = (cursor: Cursor, start: number) => Unplaced<Literal>;

const readString: Reader = (cursor, start) => {
  const quote = cursor.current;
  const close = cursor.unescapedAfter(start, quote);
  if (close === -1) throw cursor.problem(`a closing ${quote} is missing`, start);

  cursor.position = close + 1;
  const text = cursor.slice(start, close + 1);
  const value = unescapeText(text.slice(1, -1));
  if (value === undefined) throw cursor.problem('expected four hexadecimal digits behind \\u', start);
  return { kind: 'string', value, text };
};

const readWord: Reader = (cursor, start) => {
  const word = ['true', 'false', 'null'].find(
    (candidate) => cursor.text.startsWith(candidate, start) && cursor.inBounds(start + candidate.length - 1),
  );
  if (word === undefined) throw cursor.problem('expected true, false, null or a text in quotes', start);

  cursor.position = start + word.length;
  return word === 'null'
    ? { kind: 'null', text: word }
    : { kind: 'boolean', value: word === 'true', text: word };
};

/** Lists and objects are only delimited here; they are read, leniently, when they are needed (filter-literals-104). */
const readJson: Reader = (cursor, start) => {
  const open = cursor.current;
  const close = cursor.matching(start, open, open === '[' ? ']' : '}', false);
  if (close === -1) throw cursor.problem(`this ${open} is not closed`, start);

  cursor.position = close + 1;
  return { kind: 'json', text: cursor.slice(start, close + 1) };
};

const readPattern: Reader = (cursor, start) => {
  const close = cursor.unescapedAfter(start, '/');
  if (close === -1) throw cursor.problem("the closing '/' of the pattern is missing", start);

  let end = close + 1;
  while (cursor.inBounds(end) && 'dixmsuU'.includes(cursor.at(end))) end++;
  cursor.position = end;
  const text = cursor.slice(start, end);
  const lastSlash = text.lastIndexOf('/');
  const [source, flags] = [text.slice(1, lastSlash), text.slice(lastSlash + 1)];
  const result = compilePattern(source, flags);
  if (!result.ok) throw cursor.problem(`not a Java pattern: ${result.message}`, start + 1 + result.position);
  return { kind: 'pattern', source, flags, text, pattern: result.pattern };
};

const readNumber: Reader = (cursor, start) => {
  while (cursor.inBounds() && (isDigit(cursor.current) || '-.Ee'.includes(cursor.current))) cursor.position++;

  const text = cursor.slice(start, cursor.position);
  if (parseDecimal(text) === undefined) {
    throw cursor.problem(
      'expected a path, a number, true, false, null, a text in quotes, a list or a pattern',
      start,
    );
  }
  return { kind: 'number', text };
};

const readers: Readonly<Record<string, Reader | undefined>> = {
  "'": readString,
  '"': readString,
  t: readWord,
  f: readWord,
  n: readWord,
  '[': readJson,
  '{': readJson,
  '/': readPattern,
};
