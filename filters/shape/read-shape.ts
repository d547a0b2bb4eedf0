import { absent, anything, type Kind, listOf, objectOf, type Shape, scalar, union } from './shape.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deeper than this nothing is told of a schema: it may refer to itself. */
const mostDepth = 16;

/**
 * The shape of the documents that a JSON Schema describes. Members that a schema does not list are taken to be absent
 * where it lists any: a schema of events allows more everywhere, and who filters by what is not listed has misspelt it.
 */
export const shapeOfSchema = (schema: unknown): Shape => read(schema, schema, 0);

const read = (schema: unknown, root: unknown, depth: number): Shape => {
  if (!isJson(schema) || depth > mostDepth) return anything;
  const inner = (each: unknown): Shape => read(each, root, depth + 1);
  if (typeof schema.$ref === 'string') return inner(pointed(root, schema.$ref));
  if (Array.isArray(schema.allOf)) return anything;
  const choice = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choice)) return union(...choice.map(inner));

  const types = typesOf(schema);
  return types.length === 0 ? anything : union(...types.map((type) => ofType(String(type), schema, inner)));
};

const typesOf = ({ type, properties, items }: Json): readonly unknown[] => {
  if (Array.isArray(type)) return type;
  if (type !== undefined) return [type];
  if (properties !== undefined) return ['object'];

  return items === undefined ? [] : ['array'];
};

const scalars: Readonly<Record<string, Kind>> = {
  null: 'null',
  boolean: 'boolean',
  number: 'number',
  integer: 'number',
};

const ofType = (type: string, schema: Json, inner: (schema: unknown) => Shape): Shape => {
  const kind = scalars[type];
  if (kind) return scalar(kind);
  if (type === 'string') return scalar('string', textsOf(schema.enum ?? (schema.const && [schema.const])));
  if (type === 'array') return listOf(isJson(schema.items) ? inner(schema.items) : anything);

  return type === 'object' ? objectShape(schema, inner) : anything;
};

const textsOf = (values: unknown): readonly string[] | undefined =>
  Array.isArray(values) ? values.filter((value) => typeof value === 'string') : undefined;

const objectShape = (schema: Json, inner: (schema: unknown) => Shape): Shape => {
  const properties = isJson(schema.properties) ? Object.entries(schema.properties) : [];
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const open =
    properties.length === 0 || isJson(schema.additionalProperties) || isJson(schema.patternProperties);

  return objectOf(
    new Map(
      properties.map(([name, member]) => [
        name,
        required.includes(name) ? inner(member) : union(inner(member), absent),
      ]),
    ),
    open,
  );
};

const pointed = (root: unknown, pointer: string): unknown =>
  pointer.startsWith('#')
    ? pointer
        .slice(1)
        .split('/')
        .slice(1)
        .reduce<unknown>(
          (value, token) =>
            isJson(value)
              ? value[decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~')]
              : undefined,
          root,
        )
    : undefined;

/** The shape of one document: its members, and no others. */
export const shapeOfValue = (value: unknown): Shape => {
  if (value === null) return scalar('null');
  if (Array.isArray(value)) return listOf(value.length === 0 ? anything : union(...value.map(shapeOfValue)));
  if (isJson(value))
    return objectOf(
      new Map(Object.entries(value).map(([name, member]) => [name, shapeOfValue(member)])),
      false,
    );
  if (typeof value === 'string') return scalar('string', [value]);

  return typeof value === 'number' || typeof value === 'boolean' ? scalar(typeof value as Kind) : absent;
};
