import type { PatternReader } from './reader.ts';
import type { Regex } from './syntax.ts';

/** One quantifier; a second one repeats nothing and is refused, but for {n}. */
export const readQuantifier = (reader: PatternReader, part: Regex): Regex => {
  const character = reader.peek();
  if (reader.isQuoted || !/^[*+?{]$/.test(character)) return part;

  reader.index++;
  const [min, max] =
    character === '{' ? readCounts(reader) : [character === '+' ? 1 : 0, character === '?' ? 1 : undefined];
  if (reader.take('+')) return { kind: 'unjudged', what: 'a possessive quantifier' };
  reader.take('?');
  return { kind: 'repeat', part, min, max };
};

const readCounts = (reader: PatternReader): [number, number | undefined] => {
  const least = reader.takeDigits(/[0-9]/, 20);
  if (least === '') throw reader.problem("expected a number behind '{'");
  const min = Number(least);
  let max: number | undefined = min;
  if (reader.raw() === ',') {
    reader.index++;
    const most = reader.takeDigits(/[0-9]/, 20);
    max = most === '' ? (reader.raw() === '}' ? undefined : 0) : Number(most);
  }
  if (reader.raw() !== '}') throw reader.problem("a '}' is missing");
  reader.index++;
  if (min > 2_147_483_647 || (max !== undefined && (max > 2_147_483_647 || max < min))) {
    throw reader.problem('the numbers of the repetition do not fit');
  }
  return [min, max];
};
