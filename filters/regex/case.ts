import { type CharSet, charSet, contains, union } from './char-set.ts';
import type { Flags } from './syntax.ts';

/** The set with what counts as the same letter in another case: ASCII only, unless the flag u is set. */
export const foldCase = (set: CharSet, { ignoreCase, unicodeCase }: Flags): CharSet => {
  if (!ignoreCase) return set;
  if (unicodeCase) return union([...set, ...unicodeVariants(set)]);

  return union([...set, ...shifted(set, 0x41, 0x5a, 32), ...shifted(set, 0x61, 0x7a, -32)]);
};

/** The letters of the set between `from` and `to`, moved. */
const shifted = (set: CharSet, from: number, to: number, by: number): CharSet =>
  set.flatMap(([start, end]) => {
    const [low, high] = [Math.max(start, from), Math.min(end, to)];
    return low <= high ? [[low + by, high + by] as const] : [];
  });

/** Characters whose capital, or its small letter, is in the set, or is that of a single one. */
const unicodeVariants = (set: CharSet): CharSet => {
  const singles = set.filter(([from, to]) => from === to).map(([code]) => fold(code));
  const variants: [number, number][] = [];
  for (const [from, to] of cased) {
    for (let code = from; code <= to; code++) {
      const upper = simple(code, 'toUpperCase');
      if (contains(set, upper) || contains(set, fold(code)) || singles.includes(fold(code)))
        variants.push([code, code]);
    }
  }
  return variants;
};

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
