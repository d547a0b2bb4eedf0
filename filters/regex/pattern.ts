import { RE2JS } from 're2js';
import { PatternNotJudgedError } from '../limits.ts';
import { type Conditions, type Emitted, emitRegex } from './emit.ts';
import { parseRegex } from './parse.ts';
import { PatternProblem } from './reader.ts';

/** A Java pattern that matches whole texts in linear time. */
export type JavaPattern = Readonly<{
  /** Why no text can be judged; undefined where texts can. */
  unjudged: string | undefined;
  /** Throws PatternNotJudgedError where Java's answer is not known. */
  matches: (text: string) => boolean;
}>;

export type PatternResult =
  | Readonly<{ ok: true; pattern: JavaPattern }>
  | Readonly<{ ok: false; message: string; position: number }>;

/** Compiles a pattern with Java's meaning and Java's syntax errors. */
export const compilePattern = (source: string, flags: string): PatternResult => {
  try {
    const regex = parseRegex(source, flags);
    const emitted = emitRegex(regex);
    if ('unjudged' in emitted || !emitted.conditions.lines) return { ok: true, pattern: judged(emitted) };

    const [other, empty] = [judged(emitted), judged(emitRegex(regex, true))];
    const matches = (text: string): boolean => (text === '' ? empty : other).matches(text);
    return { ok: true, pattern: { unjudged: undefined, matches } };
  } catch (problem) {
    if (!(problem instanceof PatternProblem)) throw problem;
    return { ok: false, message: problem.message, position: problem.position };
  }
};

const unjudged = (what: string): JavaPattern => ({
  unjudged: what,
  matches: () => {
    throw new PatternNotJudgedError(`the pattern has ${what}`);
  },
});

const judged = (emitted: Emitted): JavaPattern => {
  if ('unjudged' in emitted) return unjudged(emitted.unjudged);

  const { source, conditions } = emitted;
  let compiled: RE2JS | undefined;
  const matches = (text: string): boolean => {
    const doubt = doubtAbout(text, conditions);
    if (doubt !== undefined) throw new PatternNotJudgedError(doubt);
    try {
      compiled ??= RE2JS.compile(source);
    } catch {
      throw new PatternNotJudgedError('the pattern is too large');
    }
    return compiled.matches(text);
  };
  return { unjudged: undefined, matches };
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
