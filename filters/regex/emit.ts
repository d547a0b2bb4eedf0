import { lastCodePoint } from './char-set.ts';
import type { Regex } from './syntax.ts';

/** What a text must be like for the emitted pattern to have Java's meaning. */
export type Conditions = { lines: boolean; finalBreak: boolean; words: boolean };

/** `size` is about how many steps each character of a text costs. */
export type Emitted =
  | Readonly<{ source: string; size: number; conditions: Readonly<Conditions> }>
  | Readonly<{ unjudged: string }>;

/**
 * Writes a pattern for a linear-time engine; `unjudged` names what cannot be written. In the empty text `^`
 * with the flag m holds nowhere, so that text has a pattern of its own.
 */
export const emitRegex = (regex: Regex, emptyText = false): Emitted => {
  const conditions: Conditions = { lines: false, finalBreak: false, words: false };
  const size = sizeOf(regex);
  if (size > largest) return { unjudged: 'too many repetitions' };
  try {
    return { size, source: emit(emptyText ? withoutLineStarts(regex) : regex, true, conditions), conditions };
  } catch (problem) {
    if (!(problem instanceof Unjudged)) throw problem;
    return { unjudged: problem.message };
  }
};

class Unjudged extends Error {}

/** Above this a pattern would be slow to compile and slow on every text. */
const largest = 20_000;

const sizeOf = (regex: Regex): number => {
  if (regex.kind === 'repeat') return sizeOf(regex.part) * Math.max(1, regex.max ?? regex.min + 1) + 1;
  return 'parts' in regex ? regex.parts.reduce((total, part) => total + sizeOf(part), 1) : 1;
};

/** `last`: nothing that takes a character follows, so that an end of any kind is the end of the text. */
const emit = (regex: Regex, last: boolean, conditions: Conditions): string => {
  switch (regex.kind) {
    case 'set':
      return `[${regex.set.length === 0 ? '^' : ''}${ranges(regex.set.length === 0 ? [[0, lastCodePoint]] : regex.set)}]`;
    case 'choice':
      return `(?:${regex.parts.map((part) => emit(part, last, conditions)).join('|')})`;
    case 'sequence':
      return regex.parts
        .map((part, index) => emit(part, last && index === regex.parts.length - 1, conditions))
        .join('');
    case 'repeat':
      return `(?:${emit(regex.part, false, conditions)})${counts(regex.min, regex.max)}`;
    case 'start':
      return '\\A';
    case 'absoluteEnd':
      return '\\z';
    case 'end':
      if (!last) conditions.finalBreak = true;
      return '\\z';
    case 'lineEnd':
      if (last) return '\\z';
      conditions.lines = true;
      return '(?m:$)';
    case 'lineStart':
      conditions.lines = true;
      return '(?m:^)';
    case 'boundary':
    case 'noBoundary':
      conditions.words = true;
      return regex.kind === 'boundary' ? '\\b' : '\\B';
    case 'unjudged':
      throw new Unjudged(regex.what);
  }
};

const ranges = (set: readonly (readonly [number, number])[]): string =>
  set.map(([from, to]) => `\\x{${from.toString(16)}}-\\x{${to.toString(16)}}`).join('');

const counts = (min: number, max: number | undefined): string => {
  if (min > 1000 || (max ?? 0) > 1000) throw new Unjudged('a repetition of more than 1000');
  return max === undefined ? `{${min},}` : `{${min},${max}}`;
};

const withoutLineStarts = (regex: Regex): Regex => {
  if (regex.kind === 'lineStart') return { kind: 'set', set: [] };
  if (regex.kind === 'repeat') return { ...regex, part: withoutLineStarts(regex.part) };
  return 'parts' in regex ? { ...regex, parts: regex.parts.map(withoutLineStarts) } : regex;
};
