import type { Operand, PathSyntax, Test } from '../syntax.ts';
import { Cursor } from './cursor.ts';
import type { Grammar } from './grammar.ts';
import { readLiteral } from './literal.ts';
import { isSymbol, readOperator } from './operator.ts';
import { SyntaxProblem } from './problem.ts';

/** Reads `[?( )]`: `||` of `&&` of comparisons, bare paths, `!` and parentheses. */
export const readPredicate = (grammar: Grammar, text: string, base: number): Test => {
  const cursor = new Cursor(text, base);
  cursor.trim();
  cursor.position++;
  cursor.end--;
  cursor.trim();
  cursor.position++;
  cursor.trim();

  const test = readOr(grammar, cursor);
  cursor.skipBlanks();
  if (cursor.inBounds()) throw cursor.problem("expected '&&', '||' or the end of the predicate");
  return test;
};

const readOr = (grammar: Grammar, cursor: Cursor): Test => readChain(grammar, cursor, 'or', readAnd);

const readAnd = (grammar: Grammar, cursor: Cursor): Test => readChain(grammar, cursor, 'and', readOperand);

type Reader = (grammar: Grammar, cursor: Cursor) => Test;

const readChain = (grammar: Grammar, cursor: Cursor, kind: 'or' | 'and', read: Reader): Test => {
  const first = read(grammar, cursor);
  const operands = [first];
  while (skipText(cursor, kind === 'or' ? '||' : '&&')) operands.push(read(grammar, cursor));

  return operands.length === 1
    ? first
    : { kind, operands, span: [first.span[0], cursor.base + cursor.position] };
};

const skipText = (cursor: Cursor, text: string): boolean => {
  const start = cursor.position;
  cursor.skipBlanks();
  const found =
    cursor.inBounds(cursor.position + text.length - 1) && cursor.text.startsWith(text, cursor.position);
  cursor.position = found ? cursor.position + text.length : start;
  return found;
};

const readOperand = (grammar: Grammar, cursor: Cursor): Test => {
  const start = cursor.skipBlanks().position;
  if (cursor.current === '!') {
    cursor.position++;
    const next = cursor.skipBlanks().current;
    if (next !== '$' && next !== '@') {
      const operand = grammar.nested(() => readOperand(grammar, cursor));
      return { kind: 'not', operand, span: [cursor.base + start, cursor.base + cursor.position] };
    }
    cursor.position = start;
  }
  if (cursor.current !== '(') return readComparison(grammar, cursor);

  cursor.position++;
  const inner = grammar.nested(() => readOr(grammar, cursor));
  if (cursor.skipBlanks().current !== ')') throw cursor.problem("expected ')', '&&' or '||'");
  cursor.position++;
  return inner;
};

/** A comparison, or else a bare path. `!` before the path of a comparison is dropped (filter-logic-038). */
const readComparison = (grammar: Grammar, cursor: Cursor): Test => {
  const start = cursor.base + cursor.skipBlanks().position;
  const expected = cursor.current !== '!';
  const left = readValue(grammar, cursor);
  const behindLeft = cursor.position;
  try {
    const operator = readOperator(cursor);
    const right = readValue(grammar, cursor);
    return { kind: 'comparison', left, operator, right, span: [start, cursor.base + cursor.position] };
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem;
    grammar.remember(problem);
  }

  cursor.position = behindLeft;
  if (left.kind !== 'path') throw cursor.problem('expected an operator behind the value');
  return { kind: 'exists', path: left, expected, span: [start, cursor.base + behindLeft] };
};

const readValue = (grammar: Grammar, cursor: Cursor): Operand => {
  if (cursor.skipBlanks().current === '!') {
    cursor.position++;
    const next = cursor.skipBlanks().current;
    if (next !== '$' && next !== '@') throw cursor.problem("expected a path behind '!'");
  }
  return cursor.current === '$' || cursor.current === '@' ? readPath(grammar, cursor) : readLiteral(cursor);
};

/**
 * Takes the text of a path and reads it. It ends before a blank, a sign of comparison or a `)`; a `[` is
 * skipped to its `]`, but for one right behind a `]`.
 */
const readPath = (grammar: Grammar, cursor: Cursor): PathSyntax => {
  const start = cursor.position;
  cursor.position++;
  while (cursor.inBounds()) {
    if (cursor.current === '[') {
      const close = cursor.matching(cursor.position, '[', ']', false);
      if (close === -1) throw cursor.problem("this '[' is not closed");
      cursor.position = close + 1;
    }
    const ends = cursor.current === ')' && !closesCall(cursor, start);
    if (!cursor.inBounds() || isSymbol(cursor.current) || cursor.current === ' ' || ends) break;
    cursor.position++;
  }
  return grammar.nested(() => grammar.path(cursor.slice(start, cursor.position), cursor.base + start));
};

/** Whether this `)` ends empty parentheses behind a dot. */
const closesCall = (cursor: Cursor, start: number): boolean => {
  const open = cursor.indexOfPreviousSignificant();
  return open !== -1 && cursor.at(open) === '(' && cursor.text.lastIndexOf('.', open - 1) > start;
};
