import type { PatternReader } from './reader.ts';
import { type Flags, flagNames, setFlags } from './syntax.ts';

/** What holds at a place of a pattern: the flags change from group to group, the names are those of all. */
export type Scope = { readonly reader: PatternReader; readonly groups: Set<string>; flags: Flags };

/** `(?i)` holds on to the end of the group around it: true. `(?i:` opens one: false. */
export const readInlineFlags = (state: Scope): boolean => {
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

export const defineGroup = (state: Scope): void => {
  const name = readGroupName(state);
  if (state.groups.has(name)) throw state.reader.problem(`two groups are called ${name}`);
  state.groups.add(name);
};

export const readGroupName = ({ reader }: Scope): string => {
  const name = reader.takeDigits(/[A-Za-z0-9]/, 1000);
  if (!/^[A-Za-z]/.test(name)) throw reader.problem('the name of a group begins with a letter');
  if (reader.raw() !== '>') throw reader.problem("expected '>' behind the name of the group");
  reader.index++;
  return name;
};
