import { print } from '../print.ts';
import type { Operand, PathSyntax } from '../syntax.ts';
import { isNumber, KeySet, plainValue, type Value } from '../values/value.ts';
import { probePath } from './probe.ts';
import type { Seen } from './types.ts';

export const typeOf = (value: Value | undefined): Seen['type'] => {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value) || value instanceof KeySet) return 'list';
  if (isNumber(value)) return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
};

/** The value for callers; lists and objects of the document stay what they are. */
export const shown = (value: Value): unknown =>
  isNumber(value) || value instanceof KeySet ? plainValue(value) : value;

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
  return value === undefined ? { text, type: 'absent' } : { text, type: typeOf(value), value: shown(value) };
};
