export type Kind = 'absent' | 'null' | 'boolean' | 'number' | 'string' | 'list' | 'object';

/** What may stand in one place of the documents of a kind. */
export type Shape = Readonly<{
  /** Nothing is known of it: anything, or nothing at all. */
  any: boolean;
  kinds: ReadonlySet<Kind>;
  /** Of an object: what is known of its members. */
  members: ReadonlyMap<string, Shape>;
  /** Whether an object may have members of any other name. */
  open: boolean;
  /** Of a list. */
  items: Shape | undefined;
  /** The only texts that there are; undefined where a text is free. */
  texts: readonly string[] | undefined;
}>;

const bare: Shape = {
  any: false,
  kinds: new Set(),
  members: new Map(),
  open: false,
  items: undefined,
  texts: undefined,
};

export const anything: Shape = { ...bare, any: true };

export const absent: Shape = { ...bare, kinds: new Set(['absent']) };

export const scalar = (kind: Kind, texts?: readonly string[]): Shape => ({
  ...bare,
  kinds: new Set([kind]),
  texts,
});

export const listOf = (items: Shape): Shape => ({ ...bare, kinds: new Set(['list']), items });

export const objectOf = (members: ReadonlyMap<string, Shape>, open: boolean): Shape => ({
  ...bare,
  kinds: new Set(['object']),
  members,
  open,
});

/** What may stand in a place that is as any one of these say. */
export const union = (...shapes: readonly Shape[]): Shape => {
  const [first, ...rest] = shapes;

  return first === undefined ? absent : rest.reduce(either, first);
};

const either = (one: Shape, other: Shape): Shape => {
  if (one.any || other.any) return anything;
  const items = [one.items, other.items].filter((each) => each !== undefined);

  return {
    any: false,
    kinds: new Set([...one.kinds, ...other.kinds]),
    members: mergedMembers(one, other),
    open: one.open || other.open,
    items: items.length === 0 ? undefined : union(...items),
    texts: mergedTexts(one, other),
  };
};

const mergedMembers = (one: Shape, other: Shape): ReadonlyMap<string, Shape> => {
  if (!one.kinds.has('object')) return other.members;
  if (!other.kinds.has('object')) return one.members;
  const names = [...new Set([...one.members.keys(), ...other.members.keys()])];

  return new Map(names.map((name) => [name, either(memberOf(one, name), memberOf(other, name))]));
};

const mergedTexts = (one: Shape, other: Shape): readonly string[] | undefined => {
  if (!one.kinds.has('string')) return other.texts;
  if (!other.kinds.has('string')) return one.texts;

  return one.texts && other.texts && [...new Set([...one.texts, ...other.texts])];
};

const memberOf = ({ members, open }: Shape, name: string): Shape =>
  members.get(name) ?? (open ? anything : absent);

/** What a step by name leads to. What is no object has no members. */
export const memberAt = (shape: Shape, name: string): Shape => {
  if (shape.any) return anything;
  if (!shape.kinds.has('object')) return absent;

  return shape.kinds.size === 1 ? memberOf(shape, name) : union(memberOf(shape, name), absent);
};

/** What a step by index leads to. */
export const itemAt = (shape: Shape): Shape =>
  shape.any || (shape.kinds.has('list') && shape.items === undefined)
    ? anything
    : union(shape.items ?? absent, absent);

/** The same place, where it holds one of these kinds. */
export const only = (shape: Shape, ...kinds: readonly Kind[]): Shape =>
  shape.any ? shape : { ...shape, kinds: new Set(kinds.filter((kind) => shape.kinds.has(kind))) };
