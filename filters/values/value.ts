/**
 * What a read works on: the JSON of a document, and the two things that only the library itself makes.
 * A plain number stands for Java's int, long or double, whichever its value tells.
 */
export type Value = null | boolean | number | string | Value[] | ValueObject | ExactNumber | KeySet;

export type ValueObject = { [name: string]: Value };

/** A number whose Java type or spelling a plain number would lose: 1.0, 1e400, 9007199254740993. */
export class ExactNumber {
  readonly type: 'integer' | 'double' | 'decimal' | 'float';
  readonly text: string;

  constructor(type: ExactNumber['type'], text: string) {
    this.type = type;
    this.text = text;
  }
}

/** What keys() gives: a set, which is no list to any step, operator or function. */
export class KeySet {
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    this.names = names;
  }
}

export const isObject = (value: Value | undefined): value is ValueObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof ExactNumber) &&
  !(value instanceof KeySet);

export const isNumber = (value: Value): value is number | ExactNumber =>
  typeof value === 'number' || value instanceof ExactNumber;

/** An own property, so that `constructor` and `__proto__` are ordinary names; undefined where there is none. */
export const property = (object: ValueObject, name: string): Value | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** What a chain of names leads to; undefined where a name is missing or stands on something else than an object. */
export const follow = (names: readonly string[], from: Value): Value | undefined => {
  let value: Value | undefined = from;
  for (const name of names) {
    if (!isObject(value)) return undefined;
    value = property(value, name);
  }
  return value;
};

/** A copy that append() may change. */
export const cloneValue = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cloneValue(member)]));
};

/** The value as plain JSON, for callers. */
export const plainValue = (value: Value): unknown => {
  if (value instanceof ExactNumber) return Number(value.text);
  if (value instanceof KeySet) return [...value.names];
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainValue(member)]));
};
