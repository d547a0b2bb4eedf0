import { isRecord } from '../json-schema.ts';
import { type ApiFacts, apiFacts, type LocationFacts } from './api-facts.ts';
import { translateNullable } from './translate-nullable.ts';

/**
 * The facts of one of the vendor's files (OpenAPI 3.0). What a list filters and sorts by stands in the prose
 * of two parameters there, always in one form: `**field**: *eq, le*` and `fields: **a, b**`.
 */
export const vendorFacts = (description: unknown): ApiFacts => {
  const facts = Object.entries(apiFacts(translateNullable(description)));
  const prose = collectionProse(description);

  return Object.fromEntries(
    facts.map(([id, locations]) => [id, { ...locations, ...collectionFacts(prose.get(id) ?? {}) }]),
  );
};

type Prose = Readonly<{ filters?: string; sorters?: string }>;

const collectionFacts = ({ filters, sorters }: Prose): LocationFacts => ({
  ...(filters !== undefined && {
    filters: Object.fromEntries(
      [...filters.matchAll(/\*\*(\w+)\*\*: \*([^*]+)\*/g)].map(([, field = '', operators = '']) => [
        field,
        words(operators),
      ]),
    ),
  }),
  ...(sorters !== undefined && {
    sorters: { '': words(/fields: \*\*([^*]+)\*\*/.exec(sorters)?.[1] ?? '') },
  }),
});

const words = (list: string): string => list.split(/,\s*/).join(' ');

const collectionProse = (description: unknown): ReadonlyMap<string, Prose> =>
  new Map(
    children(isRecord(description) ? description.paths : {})
      .flatMap(children)
      .map((operation) => [String(operation.operationId).replace(/V1$/, ''), proseOf(operation)]),
  );

const proseOf = ({ parameters }: Readonly<Record<string, unknown>>): Prose =>
  Object.fromEntries(
    children(parameters)
      .filter(({ name }) => name === 'filters' || name === 'sorters')
      .map(({ name, description }) => [name, String(description)]),
  );

const children = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(value ?? {}).filter(isRecord);
