import type { Step } from '../syntax.ts';
import { isDigit, parseInt32 } from '../values/digits.ts';
import { javaTrim } from '../values/java-text.ts';
import { readBracketNames } from './bracket-names.ts';
import type { Cursor } from './cursor.ts';
import type { Grammar } from './grammar.ts';

/** Reads what begins with `[`. */
export const readBracket = (grammar: Grammar, cursor: Cursor): Step => {
  const step =
    readBracketNames(cursor) ?? readNumbers(cursor) ?? readWildcard(cursor) ?? readPredicate(grammar, cursor);
  if (step === undefined) {
    throw cursor.problem(
      "expected a quoted name, a number, '*' or '?(' behind '['",
      cursor.significantAfter(),
    );
  }
  return step;
};

/** `[0]`, `[0,1]`, `[1:2]`. */
const readNumbers = (cursor: Cursor): Step | undefined => {
  const first = cursor.nextSignificant();
  if (!isDigit(first) && first !== '-' && first !== ':') return undefined;

  const start = cursor.position;
  const close = cursor.text.indexOf(']', start + 1);
  if (close === -1 || close > cursor.end) return undefined;

  const content = javaTrim(cursor.slice(start + 1, close));
  if ([...content].some((character) => !isDigit(character) && !',-: '.includes(character))) return undefined;

  cursor.position = close + 1;
  const span = [cursor.base + start, cursor.base + close + 1] as const;
  return content.includes(':')
    ? readSlice(cursor, content, start, span)
    : readIndexes(cursor, content, start, span);
};

/** The step of a slice is read and ignored; `::` has neither start nor end (path-slice-071). */
const readSlice = (cursor: Cursor, content: string, start: number, span: Step['span']): Step => {
  const parts = content.split(':').map((part) => (part === '' ? undefined : parseInt32(part)));
  const [from, to] = parts;
  const texts = content.split(':');
  const wrong =
    /[, ]/.test(content) ||
    (from === undefined && to === undefined) ||
    [0, 1].some((index) => (texts[index] ?? '') !== '' && parts[index] === undefined);
  if (wrong) throw cursor.problem('expected a slice such as [1:2], [1:] or [:2], without blanks', start + 1);
  return { kind: 'slice', from, to, span };
};

const readIndexes = (cursor: Cursor, content: string, start: number, span: Step['span']): Step => {
  const indexes = content.split(/ *, */).map(parseInt32);
  const known = indexes.filter((index) => index !== undefined);
  if (known.length < indexes.length)
    throw cursor.problem('expected whole numbers, separated by commas', start + 1);
  return { kind: 'indexes', indexes: known, span };
};

const readWildcard = (cursor: Cursor): Step | undefined => {
  if (cursor.nextSignificant() !== '*') return undefined;

  const star = cursor.significantAfter();
  if (cursor.nextSignificant(star) !== ']') throw cursor.problem("expected ']' behind '*'", star + 1);
  const start = cursor.position;
  cursor.position = cursor.significantAfter(star) + 1;
  return { kind: 'wildcard', span: [cursor.base + start, cursor.base + cursor.position] };
};

const readPredicate = (grammar: Grammar, cursor: Cursor): Step | undefined => {
  const question = cursor.significantAfter();
  if (cursor.at(question) !== '?') return undefined;

  const open = cursor.significantAfter(question);
  if (cursor.at(open) !== '(') throw cursor.problem("expected '(' behind '?'", open);
  const close = cursor.matching(open, '(', ')', true);
  if (close === -1) throw cursor.problem("the '(' of this predicate is not closed", open);
  if (cursor.nextSignificant(close) !== ']')
    throw cursor.problem("expected ']' behind the predicate", close + 1);

  const start = cursor.position;
  const end = cursor.significantAfter(close) + 1;
  cursor.position = end;
  const test = grammar.predicate(cursor.slice(start, end), cursor.base + start);
  return { kind: 'predicate', test, span: [cursor.base + start, cursor.base + end] };
};
