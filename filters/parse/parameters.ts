import type { Parameter } from '../syntax.ts';
import { isDigit } from '../values/digits.ts';
import type { Cursor } from './cursor.ts';
import type { Grammar } from './grammar.ts';

/**
 * Reads the parameters of a function up to its `)`. A parameter is JSON when it begins with `{`, a digit,
 * `"` or `-`, a path when it begins with `$` or `@`; what begins otherwise is passed over without a word.
 */
export const readParameters = (grammar: Grammar, cursor: Cursor, name: string): readonly Parameter[] => {
  const groups = { '(': 1, '[': 0, '{': 0 };
  const parameters: Parameter[] = [];
  let quotes = 0;
  let kind: Parameter['kind'] | undefined;
  let [text, start, prior] = ['', 0, ''];
  let open = true;

  while (cursor.inBounds() && open) {
    const character = cursor.current;
    cursor.position++;
    if (kind === undefined) {
      if (' \t\n\r'.includes(character)) continue;
      kind = kindOf(character);
      start = cursor.position - 1;
    }

    if (character === '"') quotes += prior !== '\\' && quotes > 0 ? -1 : 1;
    else if (character === '(' || character === '[' || character === '{') groups[character]++;
    else if (character === '}' || character === ']') {
      const opener = character === '}' ? '{' : '[';
      if (groups[opener]-- === 0) throw cursor.problem(`unexpected ${character}`, cursor.position - 1);
    } else if (character === ')') {
      groups['(']--;
      if (groups['('] < 0 || prior === '(') text += ')';
    }

    // A `)` that closes an inner group ends the parameter too.
    const outside = quotes === 0 && groups['{'] === 0 && groups['['] === 0;
    const closes = character === ')' && groups['('] === 0;
    if ((character === ')' || character === ',') && outside && (closes || groups['('] === 1)) {
      open = groups['('] !== 0;
      if (kind !== undefined) {
        parameters.push(parameterOf(grammar, kind, text, cursor.base + start));
        [kind, text] = [undefined, ''];
      }
    }

    const separates = character === ',' && groups['{'] === 0 && groups['['] === 0 && groups['('] === 1;
    if (kind !== undefined && !separates) text += character;
    prior = character;
  }

  if (groups['('] !== 0 || groups['['] !== 0 || groups['{'] !== 0) {
    throw cursor.problem(`the '(' of ${name}( is not closed`);
  }
  return parameters;
};

const kindOf = (character: string): Parameter['kind'] | undefined => {
  if ('{"-'.includes(character) || isDigit(character)) return 'json';
  return character === '$' || character === '@' ? 'path' : undefined;
};

const parameterOf = (grammar: Grammar, kind: Parameter['kind'], text: string, base: number): Parameter =>
  kind === 'json'
    ? { kind, text }
    : { kind, text, path: grammar.nested(() => grammar.parameterPath(text, base)) };
