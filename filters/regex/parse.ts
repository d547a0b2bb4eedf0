import { limits } from '../limits.ts';
import { anyCharacter, charSet, complement } from './char-set.ts';
import { readClass, UnjudgedClass } from './class.ts';
import { readEscape } from './escape.ts';
import { PatternReader } from './reader.ts';
import type { Sets } from './sets.ts';
import { type Flags, flagNames, type Regex, setFlags } from './syntax.ts';

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
    if (atom !== undefined) parts.push(readQuantifier(state, atom));
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
  const simple = escapes[letter];
  if (simple !== undefined && Object.hasOwn(escapes, letter)) {
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

const lineBreak: Regex = {
  kind: 'choice',
  parts: [
    {
      kind: 'sequence',
      parts: [
        { kind: 'set', set: charSet([13, 13]) },
        { kind: 'set', set: charSet([10, 10]) },
      ],
    },
    { kind: 'set', set: charSet([10, 13], [0x85, 0x85], [0x2028, 0x2029]) },
  ],
};

const escapes: Readonly<Record<string, Regex>> = {
  A: { kind: 'start' },
  z: { kind: 'absoluteEnd' },
  Z: { kind: 'end' },
  b: { kind: 'boundary' },
  B: { kind: 'noBoundary' },
  G: { kind: 'start' },
  R: lineBreak,
  X: { kind: 'unjudged', what: '\\X' },
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

/** `(?i)` holds on to the end of the group around it: true. `(?i:` opens one: false. */
const readInlineFlags = (state: State): boolean => {
  const { reader } = state;
  for (const value of [true, false]) {
    while (Object.hasOwn(flagNames, reader.raw())) {
      state.flags = setFlags(reader.raw(), value, state.flags);
      reader.index++;
    }
    if (value && reader.raw() !== '-') break;
    if (value) reader.index++;
  }

  const closing = reader.raw();
  if (closing !== ')' && closing !== ':') throw reader.problem('no such flag');
  reader.index++;
  reader.comments = state.flags.comments;
  return closing === ')';
};

const defineGroup = (state: State): void => {
  const name = readGroupName(state);
  if (state.groups.has(name)) throw state.reader.problem(`two groups are called ${name}`);
  state.groups.add(name);
};

const readGroupName = ({ reader }: State): string => {
  const name = reader.takeDigits(/[A-Za-z0-9]/, 1000);
  if (!/^[A-Za-z]/.test(name)) throw reader.problem('the name of a group begins with a letter');
  if (reader.raw() !== '>') throw reader.problem("expected '>' behind the name of the group");
  reader.index++;
  return name;
};

/** One quantifier; a second one repeats nothing and is refused, but for {n}. */
const readQuantifier = ({ reader }: State, part: Regex): Regex => {
  const character = reader.peek();
  if (reader.isQuoted || !/^[*+?{]$/.test(character)) return part;

  reader.index++;
  const [min, max] =
    character === '{' ? readCounts(reader) : [character === '+' ? 1 : 0, character === '?' ? 1 : undefined];
  if (reader.take('+')) return { kind: 'unjudged', what: 'a possessive quantifier' };
  reader.take('?');
  return { kind: 'repeat', part, min, max };
};

const readCounts = (reader: PatternReader): [number, number | undefined] => {
  const least = reader.takeDigits(/[0-9]/, 20);
  if (least === '') throw reader.problem("expected a number behind '{'");
  const min = Number(least);
  let max: number | undefined = min;
  if (reader.raw() === ',') {
    reader.index++;
    const most = reader.takeDigits(/[0-9]/, 20);
    max = most === '' ? (reader.raw() === '}' ? undefined : 0) : Number(most);
  }
  if (reader.raw() !== '}') throw reader.problem("a '}' is missing");
  reader.index++;
  if (min > 2_147_483_647 || (max !== undefined && (max > 2_147_483_647 || max < min))) {
    throw reader.problem('the numbers of the repetition do not fit');
  }
  return [min, max];
};
