import { isRecord, type JsonSchema } from '../json-schema.ts';

/** What a schema says of each place of a value, by path: `[].httpConfig.url` -> `string required`. */
export type SchemaFacts = Readonly<Record<string, string>>;

export type Resolve = (reference: string) => unknown;

/**
 * The facts of a schema without its prose, and without the way it is put together: references are followed
 * and compositions merged, so that two descriptions of one shape have the same facts.
 */
export const schemaFacts = (schema: unknown, resolve: Resolve, path = ''): SchemaFacts =>
  Object.fromEntries(collect({ path, parts: partsOf(schema, resolve), required: false, resolve }));

/** What is said of one value: `integer int32 0..250 default 250`. */
export const valueFact = (schema: unknown, resolve: Resolve): string => tell(partsOf(schema, resolve), false);

type Place = Readonly<{ path: string; parts: readonly JsonSchema[]; required: boolean; resolve: Resolve }>;

const collect = ({ path, parts, required, resolve }: Place): (readonly [string, string])[] => {
  const inside = (segment: string, schemas: readonly unknown[], isRequired: boolean) =>
    collect({
      path: `${path}${segment}`,
      parts: schemas.flatMap((schema) => partsOf(schema, resolve)),
      required: isRequired,
      resolve,
    });

  const branches = parts.flatMap(titledBranches);
  const own = branches.length > 0 ? parts.filter((part) => !branches.includes(part)) : parts;
  const items = own.flatMap((part) => (part.items === undefined ? [] : [part.items]));
  const names = new Set(own.flatMap((part) => Object.keys(members(part))));

  return [
    [path, tell(parts, required)],
    ...branches.flatMap((branch) => inside(`<${slug(String(branch.title))}>`, [branch], false)),
    ...(items.length > 0 ? inside('[]', items, false) : []),
    ...[...names].flatMap((name) =>
      inside(
        path === '' ? name : `.${name}`,
        own.flatMap((part) => members(part)[name] ?? []),
        own.some(({ required: list }) => Array.isArray(list) && list.includes(name)),
      ),
    ),
  ];
};

/** The schema itself and all that it is composed of. */
const partsOf = (schema: unknown, resolve: Resolve): readonly JsonSchema[] => {
  if (!isRecord(schema)) return [];
  if (typeof schema.$ref === 'string') return partsOf(resolve(schema.$ref), resolve);

  return [schema, ...compositions(schema).flatMap((inner) => partsOf(inner, resolve))];
};

const compositions = (schema: JsonSchema): readonly unknown[] =>
  [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));

/** Alternatives that are known by name, as the examples of the triggers are. */
const titledBranches = ({ oneOf }: JsonSchema): readonly JsonSchema[] => {
  const branches = Array.isArray(oneOf) ? oneOf.filter(isRecord) : [];
  const named = branches.every(({ title, properties }) => typeof title === 'string' && isRecord(properties));
  return named ? branches : [];
};

const members = ({ properties }: JsonSchema): Readonly<Record<string, unknown>> =>
  isRecord(properties) ? properties : {};

const slug = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const tell = (parts: readonly JsonSchema[], required: boolean): string => {
  const { format, default: preset } = Object.assign({}, ...parts) as JsonSchema;
  const values = parts
    .flatMap((part) => (Array.isArray(part.enum) ? part.enum : []))
    .filter((value) => value !== null);

  return [
    types(parts),
    format,
    range(parts, 'minimum', 'maximum', ''),
    range(parts, 'minItems', 'maxItems', 'items '),
    values.length > 0 && `of ${[...new Set(values)].sort().join(',')}`,
    preset !== undefined && `default ${preset}`,
    parts.some(({ deprecated }) => deprecated === true) && 'deprecated',
    required && 'required',
  ]
    .filter(Boolean)
    .join(' ');
};

/** A list of values without a type says its types by the values. */
const types = (parts: readonly JsonSchema[]): string => {
  const named = parts.flatMap(({ type, enum: values }) =>
    type === undefined && Array.isArray(values) ? values.map(typeOf) : [type ?? []].flat(),
  );
  return [...new Set(named)].sort().join('|') || 'any';
};

const typeOf = (value: unknown): string => (value === null ? 'null' : typeof value);

const range = (
  parts: readonly JsonSchema[],
  low: string,
  high: string,
  prefix: string,
): string | undefined => {
  const bounds = Object.assign({}, ...parts) as JsonSchema;
  const isBound = bounds[low] !== undefined || bounds[high] !== undefined;
  return isBound ? `${prefix}${bounds[low] ?? ''}..${bounds[high] ?? ''}` : undefined;
};
