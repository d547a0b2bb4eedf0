import type { Step } from '../syntax.ts';
import type { Cursor } from './cursor.ts';
import { unescapeText } from './unescape.ts';

/**
 * `['a']`, `["a", "b"]`. Only the quote that comes first delimits names; what stands between the quoted
 * names is looked at for commas only.
 */
export const readBracketNames = (cursor: Cursor): Step | undefined => {
  const quote = cursor.nextSignificant();
  if (quote !== "'" && quote !== '"') return undefined;

  const start = cursor.position;
  const { names, end } = readNames(cursor, quote);
  if (names.length === 0) throw cursor.problem('expected a name between the quotes', start + 1);

  // The bracket is looked for behind the last name, so `['a',]` has been refused above and `['a' ]` is fine.
  const close = cursor.significantAfter(end);
  if (cursor.at(close) !== ']') throw cursor.problem("expected ']' behind the name", close);
  cursor.position = close + 1;
  return { kind: 'names', names, quote, span: [cursor.base + start, cursor.base + close + 1] };
};

const readNames = (cursor: Cursor, quote: string): { names: string[]; end: number } => {
  const names: string[] = [];
  let [nameStart, end] = [-1, 0];
  let afterComma = false;

  for (let index = cursor.position + 1; cursor.inBounds(index); index++) {
    const character = cursor.at(index);
    const inName = nameStart !== -1;
    if (character === '\\') {
      index++;
    } else if (character === quote && inName) {
      if (!'],'.includes(cursor.nextSignificant(index)))
        throw cursor.problem("expected ',' or ']' behind the name", index + 1);
      names.push(nameOf(cursor, nameStart, index));
      end = index;
      nameStart = -1;
    } else if (character === quote) {
      nameStart = index + 1;
      afterComma = false;
    } else if (!inName && (character === ',' || character === ']')) {
      if (afterComma) throw cursor.problem('expected a quoted name behind the comma', index);
      if (character === ']') return { names, end };
      afterComma = true;
    }
  }
  if (nameStart !== -1) throw cursor.problem(`a closing ${quote} is missing`, nameStart - 1);
  return { names, end };
};

const nameOf = (cursor: Cursor, start: number, end: number): string => {
  const name = unescapeText(cursor.slice(start, end));
  if (name === undefined) throw cursor.problem('expected four hexadecimal digits behind \\u', start);
  return name;
};
