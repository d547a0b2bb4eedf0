import { type CharSet, charSet, union } from './char-set.ts';
import { propertyOf } from './properties.ts';
import type { Flags } from './syntax.ts';

/**
 * Where the reader of patterns gets the sets that are dear to make. Whether a pattern is one is told without
 * them, so that they are made for patterns that meet a text, and for each no more than once.
 */
export type Sets = Readonly<{
  property: (name: string) => CharSet | 'unjudged' | undefined;
  /** The set with what counts as the same letter in another case. */
  fold: (set: CharSet, flags: Flags) => CharSet;
}>;

/** For the syntax only. */
export const noSets: Sets = {
  property: (name) => {
    const property = propertyOf(name);
    return typeof property === 'object' ? [] : property;
  },
  fold: (set) => set,
};

/** More Unicode properties than this in one pattern are not judged. */
const mostProperties = 8;

export const makeSets = (): Sets => {
  const known = new Map<string, CharSet>();
  const folded = new Map<string, CharSet>();
  let letters: readonly Letter[] | undefined;
  return {
    property: (name) => {
      const property = propertyOf(name);
      if (typeof property !== 'object') return property;
      const set = known.get(name) ?? (known.size < mostProperties ? property.set() : undefined);
      if (set === undefined) return 'unjudged';
      known.set(name, set);
      return set;
    },
    fold: (set, { ignoreCase, unicodeCase }) => {
      if (!ignoreCase) return set;
      const ascii = union([...set, ...shifted(set, 0x41, 0x5a, 32), ...shifted(set, 0x61, 0x7a, -32)]);
      if (!unicodeCase) return ascii;
      letters ??= casedLetters();
      const key = set.join();
      const result = folded.get(key) ?? union([...ascii, ...variants(set, letters)]);
      folded.set(key, result);
      return result;
    },
  };
};

/** The letters of the set between `from` and `to`, moved. */
const shifted = (set: CharSet, from: number, to: number, by: number): CharSet =>
  set.flatMap(([start, end]) => {
    const [low, high] = [Math.max(start, from), Math.min(end, to)];
    return low <= high ? [[low + by, high + by] as const] : [];
  });

type Letter = Readonly<{ code: number; upper: number; folded: number }>;

/** Letters whose capital, or its small letter, is in the set, or is that of a single member. */
const variants = (set: CharSet, letters: readonly Letter[]): CharSet => {
  const singles = new Set(set.filter(([from, to]) => from === to).map(([code]) => fold(code)));
  const holds = (code: number): boolean => set.some(([from, to]) => from <= code && code <= to);
  return letters
    .filter(({ upper, folded }) => singles.has(folded) || holds(upper) || holds(folded))
    .map(({ code }) => [code, code] as const);
};

const casedLetters = (): readonly Letter[] =>
  cased.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index).map((code) => ({
      code,
      upper: simple(code, 'toUpperCase'),
      folded: fold(code),
    })),
  );

/** Where letters with case are. */
const cased = charSet(
  [0x41, 0x5ff],
  [0x10a0, 0x10ff],
  [0x13a0, 0x13ff],
  [0x1c80, 0x1fff],
  [0x2100, 0x24ff],
  [0x2c00, 0x2dff],
  [0xa640, 0xa7ff],
  [0xab30, 0xabbf],
  [0xff21, 0xff5a],
  [0x10400, 0x10cff],
  [0x118a0, 0x118df],
);

const fold = (code: number): number => simple(simple(code, 'toUpperCase'), 'toLowerCase');

/** A mapping to more than one character is none to Java's Character. */
const simple = (code: number, mapping: 'toUpperCase' | 'toLowerCase'): number => {
  const mapped = String.fromCodePoint(code)[mapping]();
  return [...mapped].length === 1 ? (mapped.codePointAt(0) ?? code) : code;
};
