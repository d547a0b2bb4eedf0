import { ContractError } from './contract-error.ts';
import { escapeToken, resolvePointer } from './json-pointer.ts';
import { formats, holdsOf, isRecord } from './json-schema.ts';

type Place = Readonly<{ file: string; document: unknown; pointer: string }>;

/**
 * Reads every schema of an OpenAPI document and stops at what Ajv's strict mode would stop at later: an
 * undeclared keyword or format, or a reference that leads nowhere. So a slip in the contract ends the run
 * before the first request, once, with its place, and not in every cell that uses the schema.
 * @throws ContractError with file and JSON pointer
 */
export const checkDialect = (document: unknown, file: string): void =>
  checkOpenApi(document, { file, document, pointer: '' });

/** The same for a schema that stands by itself. */
export const checkSchema = (schema: unknown, file: string): void =>
  checkSchemaAt(schema, { file, document: schema, pointer: '' });

const checkOpenApi = (value: unknown, place: Place): void => {
  if (typeof value !== 'object' || value === null) return;

  checkReference(value, place);
  for (const [key, inner] of Object.entries(value)) {
    const within = inside(place, key);
    if (key === 'schema') checkSchemaAt(inner, within);
    else if (place.pointer === '/components' && key === 'schemas') checkEach(inner, within);
    else checkOpenApi(inner, within);
  }
};

const checkSchemaAt = (schema: unknown, place: Place): void => {
  if (typeof schema === 'boolean') return;
  if (!isRecord(schema)) throw mistake(place, 'a schema is an object or a boolean');

  checkReference(schema, place);
  for (const [keyword, value] of Object.entries(schema)) {
    const within = inside(place, keyword);
    const holds = holdsOf(keyword);
    if (holds === undefined)
      throw mistake(within, `undeclared keyword "${keyword}": declare it in contracts/json-schema.ts`);
    if (holds === 'schema') checkSchemaAt(value, within);
    if (holds === 'map' || holds === 'list') checkEach(value, within);
    if (keyword === 'format' && !(formats as readonly unknown[]).includes(value)) {
      throw mistake(within, `undeclared format "${value}": declare it in contracts/json-schema.ts`);
    }
  }
};

const checkEach = (schemas: unknown, place: Place): void => {
  for (const [name, schema] of Object.entries(schemas ?? {})) checkSchemaAt(schema, inside(place, name));
};

const checkReference = (value: object, place: Place): void => {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return;
  const leadsSomewhere =
    value.$ref.startsWith('#') && resolvePointer(place.document, value.$ref.slice(1)) !== undefined;
  if (!leadsSomewhere) throw mistake(inside(place, '$ref'), `nothing is at "${value.$ref}"`);
};

const inside = (place: Place, key: string): Place => ({
  ...place,
  pointer: `${place.pointer}/${escapeToken(key)}`,
});

const mistake = ({ file, pointer }: Place, problem: string): ContractError =>
  new ContractError({ file, pointer, problem });
