/** A set of code points: ranges in order, apart from each other. */
export type CharSet = readonly (readonly [from: number, to: number])[];

export const lastCodePoint = 0x10ffff;

export const anyCharacter: CharSet = [[0, lastCodePoint]];

export const charSet = (...ranges: readonly (readonly [number, number])[]): CharSet => union(ranges);

/** The set of the characters of a text, `a-z` being a range. */
export const charsOf = (text: string): CharSet =>
  union(
    [...text.matchAll(/(.)-(.)|(.)/gsu)].map(([, from = '', to = '', one = '']) =>
      rangeOf(from || one, to || one),
    ),
  );

export const union = (ranges: readonly (readonly [number, number])[]): CharSet => {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
};

export const complement = (set: CharSet): CharSet => {
  const result: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= lastCodePoint) result.push([next, lastCodePoint]);
  return result;
};

export const intersection = (left: CharSet, right: CharSet): CharSet =>
  complement(union([...complement(left), ...complement(right)]));

/** The code points that a pattern of one character (flags g and u) finds. */
export const charsFoundBy = (pattern: RegExp): CharSet =>
  union(
    Array.from({ length: 17 }, (_, plane) => plane * 0x10000).flatMap((start) => {
      // Unicode has nothing in these: the plane is the one or the other as a whole.
      const isBare = start >= 0x40000 && start < 0xe0000;
      const found = charsInBlock(pattern, start, isBare ? 1 : 0x10000);
      return isBare && found.length > 0 ? [[start, start + 0xffff] as const] : found;
    }),
  );

const charsInBlock = (pattern: RegExp, start: number, length: number): CharSet => {
  const ranges: [number, number][] = [];
  for (let block = start; block < start + length; block += 0x400) {
    const codes = Array.from({ length: Math.min(0x400, length) }, (_, index) => block + index);
    for (const [character] of String.fromCodePoint(...codes).matchAll(pattern)) {
      const code = character.codePointAt(0) ?? 0;
      const last = ranges.at(-1);
      if (last !== undefined && last[1] === code - 1) last[1] = code;
      else ranges.push([code, code]);
    }
  }
  return ranges;
};

const rangeOf = (from: string, to: string): [number, number] => [
  from.codePointAt(0) ?? 0,
  to.codePointAt(0) ?? 0,
];
