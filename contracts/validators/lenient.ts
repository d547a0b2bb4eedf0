import { isRecord, type JsonSchema, mapSubschemas } from '../json-schema.ts';

/**
 * The reading of a documented schema by which a tenant is judged. Only a documented promise can fail one:
 * - an optional member may be null;
 * - an enum with `x-may-grow` takes any value of its type;
 * - a schema with `x-any-shape` takes anything.
 * Required members and their types, and the enums that are closed, stay as they are.
 */
export const lenient = (schema: JsonSchema): JsonSchema => {
  if (schema['x-any-shape'] === true) return {};

  const inner = mapSubschemas(schema, lenient);
  const { enum: _, ...open } = inner;
  return relaxOptionals(schema['x-may-grow'] === true ? open : inner);
};

/** The lenient reading of every schema in an OpenAPI document. */
export const lenientDocument = (value: unknown, isSchema = false): unknown => {
  if (Array.isArray(value)) return value.map((item) => lenientDocument(item));
  if (!isRecord(value)) return value;
  if (isSchema) return lenient(value);

  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'schemas' ? eachSchema(inner) : lenientDocument(inner, key === 'schema'),
    ]),
  );
};

const eachSchema = (schemas: unknown): unknown =>
  isRecord(schemas)
    ? Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, lenientDocument(schema, true)]),
      )
    : schemas;

const relaxOptionals = (schema: JsonSchema): JsonSchema => {
  if (!isRecord(schema.properties)) return schema;

  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const properties = Object.entries(schema.properties).map(([name, member]) => [
    name,
    required.includes(name) || !isRecord(member) ? member : optional(member),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
};

/** As a condition and not as `anyOf`: a value that is neither right nor null then names its true fault alone. */
const optional = (member: JsonSchema): JsonSchema => ({
  if: { type: 'null' },
  else: member,
});
