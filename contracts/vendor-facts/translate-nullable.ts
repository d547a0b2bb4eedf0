import { isRecord, type JsonSchema } from '../json-schema.ts';

/**
 * An OpenAPI 3.0 description with the `nullable` of its schemas in the words of JSON Schema 2020-12, which
 * does not know it: a list of types, a null among the values, or an alternative.
 */
export const translateNullable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(translateNullable);
  if (!isRecord(value)) return value;

  const translated = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, translateNullable(inner)]),
  );
  return typeof translated.nullable === 'boolean' ? withoutNullable(translated) : translated;
};

const withoutNullable = ({ nullable, ...schema }: JsonSchema): JsonSchema => {
  if (nullable !== true) return schema;
  if (typeof schema.type !== 'string' && !Array.isArray(schema.enum)) {
    return { anyOf: [schema, { type: 'null' }] };
  }

  return {
    ...schema,
    ...(typeof schema.type === 'string' && { type: [schema.type, 'null'] }),
    ...(Array.isArray(schema.enum) && { enum: [...new Set([...schema.enum, null])] }),
  };
};
