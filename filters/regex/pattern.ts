import { RE2JS } from 're2js';
import { PatternNotJudgedError } from '../limits.ts';
import { type Conditions, emitRegex } from './emit.ts';
import { parseRegex } from './parse.ts';
import { PatternProblem } from './reader.ts';
import { makeSets, noSets } from './sets.ts';

/** A Java pattern that matches whole texts in linear time. */
export type JavaPattern = Readonly<{
  /** Why no text can be judged; undefined where texts can. */
  unjudged: string | undefined;
  /** About how many steps a character of a text costs. */
  size: number;
  /** Throws PatternNotJudgedError where Java's answer is not known. */
  matches: (text: string) => boolean;
}>;

export type PatternResult =
  | Readonly<{ ok: true; pattern: JavaPattern }>
  | Readonly<{ ok: false; message: string; position: number }>;

/** Reads a pattern with Java's syntax errors; what matching needs is made when a first text comes. */
export const compilePattern = (source: string, flags: string): PatternResult => {
  try {
    const emitted = emitRegex(parseRegex(source, flags, noSets));
    if ('unjudged' in emitted) return { ok: true, pattern: unjudged(emitted.unjudged) };
    return { ok: true, pattern: judged(source, flags, emitted.size, emitted.conditions) };
  } catch (problem) {
    if (!(problem instanceof PatternProblem)) throw problem;
    return { ok: false, message: problem.message, position: problem.position };
  }
};

const unjudged = (what: string): JavaPattern => ({
  unjudged: what,
  size: 1,
  matches: () => {
    throw new PatternNotJudgedError(`the pattern has ${what}`);
  },
});

const judged = (
  source: string,
  flags: string,
  size: number,
  conditions: Readonly<Conditions>,
): JavaPattern => {
  let forText: Matcher | undefined;
  let forEmpty: Matcher | undefined;
  const matches = (text: string): boolean => {
    const doubt = doubtAbout(text, conditions);
    if (doubt !== undefined) throw new PatternNotJudgedError(doubt);
    if (text === '' && conditions.lines) {
      forEmpty ??= engine(source, flags, true);
      return forEmpty(text);
    }
    forText ??= engine(source, flags, false);
    return forText(text);
  };
  return { unjudged: undefined, size, matches };
};

type Matcher = (text: string) => boolean;

const engine = (source: string, flags: string, emptyText: boolean): Matcher => {
  const emitted = emitRegex(parseRegex(source, flags, makeSets()), emptyText);
  if ('unjudged' in emitted) throw new PatternNotJudgedError(`the pattern has ${emitted.unjudged}`);
  try {
    const compiled = RE2JS.compile(emitted.source);
    return (text) => compiled.matches(text);
  } catch {
    throw new PatternNotJudgedError('the pattern is too large');
  }
};

/**
 * `^`, `$` and \b mean the same in both engines only for texts of a kind: no line break at the end, no line
 * break but \n, no character beyond ASCII.
 */
const doubtAbout = (text: string, { lines, finalBreak, words }: Readonly<Conditions>): string | undefined => {
  if ((lines || finalBreak) && /[\n\r\u0085\u2028\u2029]$/.test(text)) return 'the text ends in a line break';
  if (lines && /[\r\u0085\u2028\u2029]/.test(text)) return 'the text has line breaks that are not \\n';
  return words && /[^\0-\u007f]/.test(text) ? 'word boundaries beyond ASCII' : undefined;
};
