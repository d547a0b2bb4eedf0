import { type CharSet, charSet, charsOf, complement, union } from './char-set.ts';
import type { PatternReader } from './reader.ts';
import type { Sets } from './sets.ts';
import type { Flags } from './syntax.ts';

/** What an escape stands for, in a class and outside: a character, a set, or something that is not judged. */
export type Escape = number | CharSet | 'unjudged';

/** Reads an escape that may stand in a class; the backslash is taken. undefined: not one of these. */
export const readEscape = (reader: PatternReader, flags: Flags, sets: Sets): Escape | undefined => {
  const letter = reader.raw();
  if (letter === '') throw reader.problem('the pattern ends in a backslash');
  if (letter === 'p' || letter === 'P') return readProperty(reader, flags, sets);
  if (Object.hasOwn(characters, letter)) {
    reader.index++;
    return characters[letter];
  }
  if ('dDwWsShHvV'.includes(letter)) {
    reader.index++;
    const set = predefined(letter.toLowerCase(), flags, sets);
    return letter === letter.toLowerCase() ? set : complement(set);
  }
  if (Object.hasOwn(numeric, letter)) {
    reader.index++;
    return numeric[letter]?.(reader);
  }
  if (/^[A-Za-z1-9]$/.test(letter)) return undefined;
  reader.index++;
  return letter.codePointAt(0);
};

const characters: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };

const predefined = (letter: string, { unicodeClasses }: Flags, sets: Sets): CharSet => {
  if (unicodeClasses && 'dws'.includes(letter)) {
    return union((unicodeNames[letter] ?? []).flatMap((name) => listed(sets.property(name))));
  }
  return asciiSets[letter] ?? [];
};

const listed = (set: CharSet | 'unjudged' | undefined): CharSet => (typeof set === 'object' ? set : []);

const unicodeNames: Readonly<Record<string, readonly string[]>> = {
  d: ['Nd'],
  s: ['IsWhite_Space'],
  w: ['IsAlphabetic', 'M', 'Nd', 'Pc', 'IsJoin_Control'],
};

const asciiSets: Readonly<Record<string, CharSet>> = {
  d: charsOf('0-9'),
  w: charsOf('A-Za-z0-9_'),
  s: charsOf('\t-\r '),
  v: charSet([10, 13], [0x85, 0x85], [0x2028, 0x2029]),
  h: charSet(
    [9, 9],
    [32, 32],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x180e, 0x180e],
    [0x2000, 0x200a],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
  ),
};

const numeric: Readonly<Record<string, (reader: PatternReader) => Escape>> = {
  '0': (reader) => {
    const first = reader.takeDigits(/[0-7]/, 1);
    if (first === '') throw reader.problem('expected an octal digit behind \\0');
    return Number.parseInt(first + reader.takeDigits(/[0-7]/, first < '4' ? 2 : 1), 8);
  },
  x: (reader) => {
    const braced = reader.take('{');
    const digits = reader.takeDigits(/[0-9a-f]/i, braced ? 8 : 2);
    const code = Number.parseInt(digits, 16);
    if ((!braced && digits.length < 2) || (braced && (!reader.take('}') || !(code <= 0x10ffff)))) {
      throw reader.problem('expected hexadecimal digits behind \\x');
    }
    return code;
  },
  u: (reader) => {
    const high = readUnit(reader);
    const followed = high >= 0xd800 && high < 0xdc00 && reader.raw() === '\\' && reader.raw(1) === 'u';
    if (!followed) return high;

    const { index } = reader;
    reader.index += 2;
    const low = readUnit(reader);
    if (low >= 0xdc00 && low < 0xe000) return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    reader.index = index;
    return high;
  },
  c: (reader) => {
    const letter = reader.raw();
    if (letter === '') throw reader.problem('expected a letter behind \\c');
    reader.index++;
    return (letter.codePointAt(0) ?? 0) ^ 64;
  },
  N: (reader) => {
    if (reader.raw() !== '{') throw reader.problem('expected {name} behind \\N');
    return 'unjudged';
  },
};

const readUnit = (reader: PatternReader): number => {
  const digits = reader.takeDigits(/[0-9a-f]/i, 4);
  if (digits.length < 4) throw reader.problem('expected four hexadecimal digits behind \\u');
  return Number.parseInt(digits, 16);
};

const readProperty = (reader: PatternReader, { ignoreCase, unicodeClasses }: Flags, sets: Sets): Escape => {
  const isNegated = reader.raw() === 'P';
  reader.index++;
  let name = reader.raw();
  reader.index++;
  if (name === '{') {
    name = reader.takeDigits(/[^}]/, 100);
    if (reader.raw() !== '}') throw reader.problem('the brace behind \\p is not closed');
    reader.index++;
  }

  const set = sets.property(name);
  if (set === undefined) throw reader.problem(`no character property is called ${name}`);
  // Case and Unicode flags change what some of them mean.
  if (set === 'unjudged' || ignoreCase || unicodeClasses) return 'unjudged';
  return isNegated ? complement(set) : set;
};
