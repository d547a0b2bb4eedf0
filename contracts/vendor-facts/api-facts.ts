import { resolvePointer } from '../json-pointer.ts';
import { isRecord } from '../json-schema.ts';
import { type Resolve, schemaFacts, valueFact } from './schema-facts.ts';

/**
 * What an API description says, without its prose: operation -> location -> field -> fact. Locations are
 * `call` (method, path, scopes, media type), `parameters`, `request`, `filters`, `sorters` and the statuses.
 * In a body, `#mediaType` is its media type or `none`, `#headers` are the headers beside it, and `#required` says
 * whether a request has to have it.
 */
export type ApiFacts = Readonly<Record<string, LocationFacts>>;
export type LocationFacts = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Json = Readonly<Record<string, unknown>>;

/** The facts of an OpenAPI document in 3.1 words, by operationId without the suffix of v1. */
export const apiFacts = (document: unknown): ApiFacts => {
  const resolve: Resolve = (reference) => resolvePointer(document, reference.slice(1));
  const server = String(resolvePointer(document, '/servers/0/url')).replace(/^https:\/\/[^/]*/, '');
  const operations = entries(resolvePointer(document, '/paths')).flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => {
      const id = String(operation.operationId);
      return [
        id.replace(/V1$/, ''),
        operationFacts(operation, { method, path: `${server}${path}`, id }, resolve),
      ];
    }),
  );

  return Object.fromEntries(operations);
};

const operationFacts = (
  operation: Json,
  { method, path, id }: Readonly<{ method: string; path: string; id: string }>,
  resolve: Resolve,
): LocationFacts => {
  const follow = (value: unknown): Json => {
    if (!isRecord(value)) return {};
    return typeof value.$ref === 'string' ? follow(resolve(value.$ref)) : value;
  };
  const body = (value: unknown): Readonly<Record<string, string>> => {
    const { content, headers } = follow(value);
    const named = Object.keys(headers ?? {}).join(' ');
    return Object.assign(
      { '#mediaType': 'none', ...(named !== '' && { '#headers': named }) },
      ...entries(content).map(([mediaType, { schema }]) => ({
        '#mediaType': mediaType,
        ...schemaFacts(schema, resolve),
      })),
    );
  };
  const parameters = list(operation.parameters).map(follow);
  const statuses = entries(operation.responses).map(([status, response]) => [status, body(response)]);

  return {
    call: {
      operationId: id,
      method: method.toUpperCase(),
      path,
      scopes: scopesOf(operation).join(' '),
      ...(operation.deprecated === true && { deprecated: 'true' }),
    },
    ...(parameters.length > 0 && {
      parameters: Object.fromEntries(
        parameters.map((parameter) => [
          String(parameter.name),
          `${parameter.in} ${valueFact(parameter.schema, resolve)}${parameter.required === true ? ' required' : ''}`,
        ]),
      ),
    }),
    ...(isRecord(operation.requestBody) && {
      request: {
        '#required': String(operation.requestBody.required === true),
        ...body(operation.requestBody),
      },
    }),
    ...Object.fromEntries(statuses),
  };
};

const scopesOf = ({ security }: Json): readonly string[] =>
  [...new Set(list(security).flatMap((alternative) => Object.values(alternative).flat().map(String)))].sort();

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const entries = (value: unknown): readonly (readonly [string, Json])[] =>
  Object.entries(value ?? {}).flatMap(([key, inner]) => (isRecord(inner) ? [[key, inner] as const] : []));
