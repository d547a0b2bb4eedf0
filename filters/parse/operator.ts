import { type Operator, operators } from '../syntax.ts';
import type { Cursor } from './cursor.ts';

/** Whether the unit belongs to an operator that is written with signs. */
export const isSymbol = (character: string): boolean => '<>=~!'.includes(character);

/** Reads an operator: a run of signs, or everything up to a blank. */
export const readOperator = (cursor: Cursor): Operator => {
  const start = cursor.skipBlanks().position;
  const belongs = isSymbol(cursor.current) ? isSymbol : (character: string) => character !== ' ';
  while (cursor.inBounds() && belongs(cursor.current)) cursor.position++;

  const text = cursor.slice(start, cursor.position);
  const operator = byUpperCase.get(text.toUpperCase());
  if (operator === undefined)
    throw cursor.problem(`expected an operator, not ${text === '' ? 'the end' : text}`, start);
  return operator;
};

const byUpperCase: ReadonlyMap<string, Operator> = new Map(
  operators.map((operator) => [operator.toUpperCase(), operator]),
);
