import { print } from '../print.ts';
import type { Operand, PathSyntax } from '../syntax.ts';
import { plainValue, type Value } from '../values/value.ts';
import { probePath } from './probe.ts';
import type { Seen } from './types.ts';

export const typeOf = (value: Value | undefined): Seen['type'] => {
  if (value === undefined) return 'absent';
  const plain = plainValue(value);
  if (plain === null) return 'null';
  if (Array.isArray(plain)) return 'list';
  const type = typeof plain;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object';
};

/** What an operand is for an item. */
export const seen = (operand: Operand, item: Value, document: Value): Seen => {
  if (operand.kind === 'path') return seenPath(operand, item, document);
  const { text } = operand;
  switch (operand.kind) {
    case 'string':
    case 'boolean':
      return { text, type: operand.kind, value: operand.value };
    case 'number':
      return { text, type: 'number', value: Number(text) };
    case 'null':
      return { text, type: 'null', value: null };
    case 'json':
      return { text, type: text.startsWith('[') ? 'list' : 'object' };
    case 'pattern':
      return { text, type: 'string' };
  }
};

const seenPath = (path: PathSyntax, item: Value, document: Value): Seen => {
  const value = probePath(path, item, document);
  const text = print(path);
  return value === undefined
    ? { text, type: 'absent' }
    : { text, type: typeOf(value), value: plainValue(value) };
};
