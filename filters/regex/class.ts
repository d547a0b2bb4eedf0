import { foldCase } from './case.ts';
import { type CharSet, complement, intersection, union } from './char-set.ts';
import { readEscape } from './escape.ts';
import type { PatternReader } from './reader.ts';
import type { Flags } from './syntax.ts';

/** Something in a class that is not judged; the class has been checked no further. */
export class UnjudgedClass extends Error {}

/** Reads a class; its `[` is taken. Classes nest, and && intersects all that stands left of it. */
export const readClass = (reader: PatternReader, flags: Flags): CharSet => {
  const isNegated = reader.raw() === '^' && !reader.isQuoted;
  if (isNegated) reader.index++;
  const set = readMembers(reader, flags);
  reader.index++;
  return isNegated ? complement(set) : set;
};

/** Reads up to the `]`, which stays. A `]` that comes first is a member. */
const readMembers = (reader: PatternReader, flags: Flags): CharSet => {
  let set: CharSet | undefined;
  for (;;) {
    const character = reader.raw();
    if (character === '') throw reader.problem('the class is not closed');
    if (reader.comments && /[\s#]/.test(character)) throw new UnjudgedClass();
    if (!reader.isQuoted && character === ']' && set !== undefined) return set;

    if (!reader.isQuoted && character === '&' && reader.raw(1) === '&') {
      reader.index += 2;
      const right = readRightSide(reader, flags);
      if (right === undefined) throw new UnjudgedClass();
      set = set === undefined ? right : intersection(set, right);
    } else {
      const member = readMember(reader, flags);
      set = set === undefined ? member : union([...set, ...member]);
    }
  }
};

/** What stands right of &&: nested classes, and members up to the end, which may hold further &&. */
const readRightSide = (reader: PatternReader, flags: Flags): CharSet | undefined => {
  let right: CharSet | undefined;
  while (!(reader.raw() === ']' || reader.raw() === '&') || reader.isQuoted) {
    const part =
      reader.raw() === '[' && !reader.isQuoted ? readNested(reader, flags) : readMembers(reader, flags);
    right = right === undefined ? part : union([...right, ...part]);
  }
  return right;
};

const readNested = (reader: PatternReader, flags: Flags): CharSet => {
  reader.index++;
  return readClass(reader, flags);
};

const readMember = (reader: PatternReader, flags: Flags): CharSet => {
  if (reader.raw() === '[' && !reader.isQuoted) return readNested(reader, flags);

  const from = readCharacter(reader, flags);
  if (typeof from !== 'number') return from;
  const isRange = reader.raw() === '-' && !reader.isQuoted && reader.raw(1) !== ']' && reader.raw(1) !== '[';
  if (!isRange) return foldCase([[from, from]], flags);

  reader.index++;
  const to = readCharacter(reader, flags);
  if (typeof to !== 'number' || to < from) throw reader.problem('the range of the class runs backwards');
  return foldCase([[from, to]], flags);
};

const readCharacter = (reader: PatternReader, flags: Flags): number | CharSet => {
  const character = reader.raw();
  if (character === '') throw reader.problem('the class is not closed');
  if (character !== '\\' || reader.isQuoted) {
    reader.index++;
    return character.codePointAt(0) ?? 0;
  }

  reader.index++;
  const escaped = readEscape(reader, flags);
  if (escaped === undefined) throw reader.problem(`no escape in a class: \\${reader.raw()}`);
  if (escaped === 'unjudged') throw new UnjudgedClass();
  return escaped;
};
