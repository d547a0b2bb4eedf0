import type { PathSyntax, Step } from '../syntax.ts';
import { readBracket } from './bracket.ts';
import { Cursor } from './cursor.ts';
import type { Grammar } from './grammar.ts';
import { readNameOrCall } from './name.ts';

/** Reads a path that is a text of its own. Without `$` or `@` it gets `$.` in front (path-dot-072). */
export const readPath = (grammar: Grammar, text: string, base: number): PathSyntax => {
  let cursor = new Cursor(text, base);
  cursor.trim();
  if (cursor.at(0) !== '$' && cursor.at(0) !== '@') {
    cursor = new Cursor(`$.${text}`, base - 2);
    cursor.trim();
  }
  if (cursor.at(cursor.end) === '.') throw cursor.problem("a path must not end with '.'", cursor.end);

  return readFromRoot(grammar, cursor);
};

/** Reads a path that is a parameter of a function. */
export const readParameterPath = (grammar: Grammar, text: string, base: number): PathSyntax =>
  readFromRoot(grammar, new Cursor(text, base));

const readFromRoot = (grammar: Grammar, cursor: Cursor): PathSyntax => {
  while (cursor.inBounds() && /[ \t\n\r]/.test(cursor.current)) cursor.position++;
  const root = cursor.current;
  if (root !== '$' && root !== '@') throw cursor.problem("expected '$' or '@' at the start of a path");

  const start = cursor.base + cursor.position;
  const steps = cursor.atTail ? [] : readSteps(grammar, cursor);
  return { kind: 'path', root, steps, span: [Math.max(0, start), cursor.base + cursor.end + 1] };
};

const readSteps = (grammar: Grammar, cursor: Cursor): readonly Step[] => {
  cursor.position++;
  if (cursor.current !== '.' && cursor.current !== '[') throw cursor.problem("expected '.' or '['");

  const steps: Step[] = [];
  do {
    if (cursor.current === '.') readDots(cursor, steps);
    steps.push(readStep(grammar, cursor));
  } while (!cursor.atTail);
  return steps;
};

/** `.` and `..`; they stand before a bracket too. */
const readDots = (cursor: Cursor, steps: Step[]): void => {
  if (cursor.inBounds(cursor.position + 1) && cursor.at(cursor.position + 1) === '.') {
    const start = cursor.base + cursor.position;
    steps.push({ kind: 'scan', span: [start, start + 2] });
    cursor.position += 2;
  } else if (!cursor.inBounds(cursor.position + 1)) {
    throw cursor.problem("a path must not end with '.'");
  } else {
    cursor.position++;
  }
  if (cursor.current === '.') throw cursor.problem("expected a name, '*' or '[' behind the dot");
};

const readStep = (grammar: Grammar, cursor: Cursor): Step => {
  if (cursor.current === '[') return readBracket(grammar, cursor);
  if (cursor.current !== '*') return readNameOrCall(grammar, cursor);

  const start = cursor.base + cursor.position;
  cursor.position++;
  return { kind: 'wildcard', span: [start, start + 1] };
};
