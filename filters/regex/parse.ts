import { limits } from '../limits.ts';
import { anyCharacter, charSet, complement } from './char-set.ts';
import { readClass, UnjudgedClass } from './class.ts';
import { readEscape } from './escape.ts';
import { fixedEscapes } from './fixed-escapes.ts';
import { defineGroup, readGroupName, readInlineFlags } from './group.ts';
import { readQuantifier } from './quantifier.ts';
import { PatternReader } from './reader.ts';
import type { Sets } from './sets.ts';
import { type Flags, type Regex, setFlags } from './syntax.ts';

type State = {
  readonly sets: Sets;
  readonly reader: PatternReader;
  readonly groups: Set<string>;
  flags: Flags;
  depth: number;
};

/** Reads a pattern as java.util.regex does. Throws PatternProblem for what Java refuses. */
export const parseRegex = (source: string, flagLetters: string, sets: Sets): Regex => {
  const state: State = {
    sets,
    reader: new PatternReader(source),
    groups: new Set(),
    flags: setFlags(flagLetters),
    depth: 0,
  };
  state.reader.comments = state.flags.comments;

  const regex = readChoice(state);
  if (state.reader.peek() !== '') throw state.reader.problem("a ')' too many");
  return regex;
};

/** Flags that are set in a group end with it. */
const readChoice = (state: State): Regex => {
  if (++state.depth > limits.nesting) return skipRest(state, 'groups nested too deeply');
  const parts = [readSequence(state)];
  while (state.reader.take('|')) parts.push(readSequence(state));
  state.depth--;
  return { kind: 'choice', parts };
};

const readSequence = (state: State): Regex => {
  const { reader } = state;
  const parts: Regex[] = [];
  while (reader.peek() !== '' && (reader.isQuoted || !'|)'.includes(reader.peek()))) {
    const atom = readAtom(state);
    if (atom !== undefined) parts.push(readQuantifier(reader, atom));
  }
  return { kind: 'sequence', parts };
};

const readAtom = (state: State): Regex | undefined => {
  const { reader, flags } = state;
  const character = reader.peek();
  if (reader.isQuoted) return readLiteral(state);
  switch (character) {
    case '(':
      reader.index++;
      return readGroup(state);
    case '[':
      reader.index++;
      return readSet(state);
    case '\\':
      reader.index++;
      return readEscaped(state);
    case '^':
      reader.index++;
      return { kind: flags.multiline ? 'lineStart' : 'start' };
    case '$':
      reader.index++;
      return { kind: flags.multiline ? 'lineEnd' : 'end' };
    case '.':
      reader.index++;
      return { kind: 'set', set: dot(flags) };
    case '*':
    case '+':
    case '?':
      throw reader.problem(`nothing to repeat before ${character}`);
    case '{':
      // A second {n} repeats nothing: a{2}{3} is a{2}.
      return { kind: 'sequence', parts: [] };
    default:
      return readLiteral(state);
  }
};

const readLiteral = ({ reader, flags, sets }: State): Regex => {
  const code = reader.raw().codePointAt(0) ?? 0;
  reader.index++;
  return { kind: 'set', set: sets.fold([[code, code]], flags) };
};

const dot = ({ dotAll, unixLines }: Flags): ReturnType<typeof charSet> => {
  if (dotAll) return anyCharacter;
  return complement(
    unixLines ? charSet([10, 10]) : charSet([10, 10], [13, 13], [0x85, 0x85], [0x2028, 0x2029]),
  );
};

const readSet = (state: State): Regex => {
  try {
    return { kind: 'set', set: readClass(state.reader, state.flags, state.sets) };
  } catch (problem) {
    if (!(problem instanceof UnjudgedClass)) throw problem;
    return skipRest(state, 'a character class');
  }
};

/** After something that is not judged inside a class the rest of the pattern is not read. */
const skipRest = ({ reader }: State, what: string): Regex => {
  while (reader.raw() !== '') reader.index++;
  return { kind: 'unjudged', what };
};

const readEscaped = (state: State): Regex => {
  const { reader, flags, groups, sets } = state;
  const letter = reader.raw();
  const simple = fixedEscapes[letter];
  if (simple !== undefined && Object.hasOwn(fixedEscapes, letter)) {
    reader.index++;
    return simple;
  }
  if (/^[1-9]$/.test(letter)) {
    reader.takeDigits(/[0-9]/, 10);
    return { kind: 'unjudged', what: 'a back reference' };
  }
  if (letter === 'k') {
    reader.index++;
    if (reader.next() !== '<') throw reader.problem("expected '<' behind \\k");
    if (!groups.has(readGroupName(state))) throw reader.problem('no group has this name');
    return { kind: 'unjudged', what: 'a back reference' };
  }

  const escaped = readEscape(reader, flags, sets);
  if (escaped === undefined) throw reader.problem(`no escape: \\${letter}`);
  if (escaped === 'unjudged')
    return letter === 'N' ? skipRest(state, '\\N') : { kind: 'unjudged', what: `\\${letter}` };
  return { kind: 'set', set: typeof escaped === 'number' ? sets.fold([[escaped, escaped]], flags) : escaped };
};

const readGroup = (state: State): Regex | undefined => {
  const { reader } = state;
  const outer = state.flags;
  let what: string | undefined;
  if (reader.take('?')) {
    const letter = reader.raw();
    reader.index++;
    if (letter === '=' || letter === '!') what = 'a look-ahead';
    else if (letter === '>') what = 'an atomic group';
    else if (letter === '<' && (reader.raw() === '=' || reader.raw() === '!')) {
      reader.index++;
      what = 'a look-behind';
    } else if (letter === '<') defineGroup(state);
    else if (letter !== ':') {
      reader.index--;
      if (readInlineFlags(state)) return undefined;
    }
  }

  const inner = readChoice(state);
  if (!reader.take(')')) throw reader.problem("a ')' is missing");
  state.flags = outer;
  reader.comments = outer.comments;
  return what === undefined ? inner : { kind: 'unjudged', what };
};
