import type { CharSet } from './char-set.ts';

/** A Java pattern, read. */
export type Regex =
  | Readonly<{ kind: 'set'; set: CharSet }>
  | Readonly<{ kind: 'sequence' | 'choice'; parts: readonly Regex[] }>
  | Readonly<{ kind: 'repeat'; part: Regex; min: number; max: number | undefined }>
  /** `lineStart` and `lineEnd` are `^` and `$` with the flag m; `end` is `$` without it. */
  | Readonly<{ kind: 'start' | 'absoluteEnd' | 'end' | 'lineStart' | 'lineEnd' | 'boundary' | 'noBoundary' }>
  /** What Java knows and a linear-time engine, or this module, does not. */
  | Readonly<{ kind: 'unjudged'; what: string }>;

export type Flags = Readonly<{
  ignoreCase: boolean;
  unicodeCase: boolean;
  unicodeClasses: boolean;
  multiline: boolean;
  dotAll: boolean;
  unixLines: boolean;
  comments: boolean;
}>;

export const flagNames: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  u: 'unicodeCase',
  U: 'unicodeClasses',
  m: 'multiline',
  s: 'dotAll',
  d: 'unixLines',
  x: 'comments',
};

const noFlags: Flags = {
  ignoreCase: false,
  unicodeCase: false,
  unicodeClasses: false,
  multiline: false,
  dotAll: false,
  unixLines: false,
  comments: false,
};

/** U brings u with it. */
export const setFlags = (letters: string, value = true, flags = noFlags): Flags => {
  const changed = [...letters].flatMap((letter) => {
    const name = flagNames[letter];
    if (name === undefined) return [];
    return name === 'unicodeClasses'
      ? [
          [name, value],
          ['unicodeCase', value],
        ]
      : [[name, value]];
  });
  return { ...flags, ...Object.fromEntries(changed) };
};
