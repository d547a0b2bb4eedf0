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

export const contains = (set: CharSet, codePoint: number): boolean =>
  set.some(([from, to]) => from <= codePoint && codePoint <= to);

/** The code points for which a test of one character holds. */
export const charsWhere = (holds: (character: string) => boolean): CharSet => {
  const ranges: [number, number][] = [];
  for (let code = 0; code <= lastCodePoint; code++) {
    if (!holds(String.fromCodePoint(code))) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
};

const rangeOf = (from: string, to: string): [number, number] => [
  from.codePointAt(0) ?? 0,
  to.codePointAt(0) ?? 0,
];
