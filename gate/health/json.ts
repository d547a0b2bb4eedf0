export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text member; empty where there is none, or something else. */
export const textOf = (record: JsonObject, name: string): string => {
  const value = record[name];

  return typeof value === 'string' ? value : '';
};

/** Every text inside a JSON value, names of members left out. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);

  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
};
