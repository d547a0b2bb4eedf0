import type { Step } from '../syntax.ts';
import type { Cursor } from './cursor.ts';
import type { Grammar } from './grammar.ts';
import { readParameters } from './parameters.ts';

/** Reads `name`, `name()` or `name(a, b)` behind a dot. Anything but a blank, a dot, `[` and `(` is part of a name. */
export const readNameOrCall = (grammar: Grammar, cursor: Cursor): Step => {
  const start = cursor.position;
  if (cursor.current === ' ') throw cursor.problem('expected a name, not a blank');

  let end = start;
  while (cursor.inBounds(end) && !'.[('.includes(cursor.at(end))) {
    if (cursor.at(end) === ' ') throw cursor.problem("a name with a blank is written ['my name']", end);
    end++;
  }
  const name = cursor.slice(start, end);
  if (cursor.inBounds(end) && cursor.at(end) === '(') return readCall(grammar, cursor, name, end);

  cursor.position = end;
  return { kind: 'names', names: [name], quote: "'", span: [cursor.base + start, cursor.base + end] };
};

const readCall = (grammar: Grammar, cursor: Cursor, name: string, open: number): Step => {
  const start = cursor.base + cursor.position;
  if (!isClosed(cursor, open)) throw cursor.problem(`the '(' of ${name}( is not closed`, open);

  // The position stays on the `)` of empty parentheses, so that what follows is read as a name that
  // begins with `)`: it finds nothing, ever (functions-361).
  if (cursor.at(open + 1) === ')') {
    cursor.position = open + 1;
    return { kind: 'call', name, parameters: undefined, text: '()', span: [start, cursor.base + open + 2] };
  }

  cursor.position = open + 1;
  const parameters = readParameters(grammar, cursor, name);
  const text = cursor.slice(open, cursor.position);
  return { kind: 'call', name, parameters, text, span: [start, cursor.base + cursor.position] };
};

const isClosed = (cursor: Cursor, open: number): boolean => {
  let depth = 1;
  for (let index = open + 1; cursor.inBounds(index) && depth > 0; index++) {
    if (cursor.at(index) === ')') depth--;
    else if (cursor.at(index) === '(') depth++;
  }
  return depth === 0;
};
