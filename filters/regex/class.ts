import { type CharSet, complement, intersection, union } from './char-set.ts';
import { readEscape } from './escape.ts';
import type { PatternReader } from './reader.ts';
import type { Sets } from './sets.ts';
import type { Flags } from './syntax.ts';

/** Something in a class that is not judged; the class has been checked no further. */
export class UnjudgedClass extends Error {}

/** Reads a class; its `[` is taken. Classes nest, and && intersects all that stands left of it. */
export const readClass = (reader: PatternReader, flags: Flags, sets: Sets): CharSet => {
  const isNegated = reader.raw() === '^' && !reader.isQuoted;
  if (isNegated) reader.index++;
  const set = readMembers(reader, flags, sets);
  reader.index++;
  return isNegated ? complement(set) : set;
};

/** Reads up to the `]`, which stays. A `]` that comes first is a member. */
const readMembers = (reader: PatternReader, flags: Flags, sets: Sets): CharSet => {
  let set: CharSet | undefined;
  let members: (readonly [number, number])[] = [];
  for (;;) {
    const character = reader.raw();
    if (character === '') throw reader.problem('the class is not closed');
    if (reader.comments && /[\s#]/.test(character)) throw new UnjudgedClass();

    const isFirst = set === undefined && members.length === 0;
    if (!reader.isQuoted && character === ']' && !isFirst) return union([...(set ?? []), ...members]);
    if (reader.isQuoted || character !== '&' || reader.raw(1) !== '&') {
      const member = readMember(reader, flags, sets);
      set ??= [];
      for (const range of member) members.push(range);
      continue;
    }

    reader.index += 2;
    const right = readRightSide(reader, flags, sets);
    if (right === undefined) throw new UnjudgedClass();
    set = isFirst ? right : intersection(union([...(set ?? []), ...members]), right);
    members = [];
  }
};

/** What stands right of &&: nested classes, and members up to the end, which may hold further &&. */
const readRightSide = (reader: PatternReader, flags: Flags, sets: Sets): CharSet | undefined => {
  let right: CharSet | undefined;
  while (!(reader.raw() === ']' || reader.raw() === '&') || reader.isQuoted) {
    const part =
      reader.raw() === '[' && !reader.isQuoted
        ? readNested(reader, flags, sets)
        : readMembers(reader, flags, sets);
    right = right === undefined ? part : union([...right, ...part]);
  }
  return right;
};

const readNested = (reader: PatternReader, flags: Flags, sets: Sets): CharSet => {
  reader.index++;
  return readClass(reader, flags, sets);
};

const readMember = (reader: PatternReader, flags: Flags, sets: Sets): CharSet => {
  if (reader.raw() === '[' && !reader.isQuoted) return readNested(reader, flags, sets);

  const from = readCharacter(reader, flags, sets);
  if (typeof from !== 'number') return from;
  const isRange = reader.raw() === '-' && !reader.isQuoted && reader.raw(1) !== ']' && reader.raw(1) !== '[';
  if (!isRange) return sets.fold([[from, from]], flags);

  reader.index++;
  const to = readCharacter(reader, flags, sets);
  if (typeof to !== 'number' || to < from) throw reader.problem('the range of the class runs backwards');
  return sets.fold([[from, to]], flags);
};

const readCharacter = (reader: PatternReader, flags: Flags, sets: Sets): number | CharSet => {
  const character = reader.raw();
  if (character === '') throw reader.problem('the class is not closed');
  if (character !== '\\' || reader.isQuoted) {
    reader.index++;
    return character.codePointAt(0) ?? 0;
  }

  reader.index++;
  const escaped = readEscape(reader, flags, sets);
  if (escaped === undefined) throw reader.problem(`no escape in a class: \\${reader.raw()}`);
  if (escaped === 'unjudged') throw new UnjudgedClass();
  return escaped;
};
