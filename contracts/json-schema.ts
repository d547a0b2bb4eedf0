/** A JSON Schema 2020-12 object, as far as this project looks into it. Plain data: k6 imports it as well. */
export type JsonSchema = Readonly<{ [keyword: string]: unknown }>;

/** Whether a value is an object and no list: what a schema, or a record of any sort, is in JSON. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The keywords that the contract may use, by what their value holds; another one is a mistake in the
 * contract, see `checkDialect`.
 */
const keywords = {
  schema: ['additionalProperties', 'else', 'if', 'items', 'not', 'then'],
  list: ['allOf', 'anyOf', 'oneOf'],
  map: ['$defs', 'properties'],
  nothing: [
    ...['$ref', 'type', 'const', 'enum', 'format', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'],
    ...['required', 'dependentRequired', 'title', 'description', 'default', 'deprecated', 'examples'],
    ...['x-any-shape', 'x-may-grow'],
  ],
} as const;

/** How the value of a keyword holds further schemas, if it does. */
export type Holds = keyof typeof keywords;

/** The formats that the contract may use. */
export const formats = ['date-time', 'int32', 'comma-separated'] as const;

/** Those of the keywords that JSON Schema does not know: they speak to `lenient` only. */
export const annotations = ['x-may-grow', 'x-any-shape'] as const;

/** A copy of a schema in which every schema directly inside was replaced. */
export const mapSubschemas = (schema: JsonSchema, change: (inner: JsonSchema) => JsonSchema): JsonSchema => {
  const one = (value: unknown): unknown => (isRecord(value) ? change(value) : value);
  const replaced = (keyword: string, value: unknown): unknown => {
    const holds = holdsOf(keyword);
    if (holds === 'schema') return one(value);
    if (holds === 'list' && Array.isArray(value)) return value.map(one);
    if (holds === 'map' && isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, one(inner)]));
    }
    return value;
  };

  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, replaced(keyword, value)]),
  );
};

/** How a keyword holds schemas; undefined where the contract does not know it. */
export const holdsOf = (keyword: string): Holds | undefined => holders.get(keyword);

const holders: ReadonlyMap<string, Holds> = new Map(
  (Object.keys(keywords) as Holds[]).flatMap((holds) =>
    keywords[holds].map((keyword) => [keyword, holds] as const),
  ),
);
