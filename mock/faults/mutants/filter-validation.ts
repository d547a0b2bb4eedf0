import { changeRecords, changeStatus, omit, overlook } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const operation = 'testSubscriptionFilter';
const answered = { operation, status: 200 } as const;
const found = { isValid: true, isValidJSONPath: true, isPathExist: true };
const unreadable = { isValid: false, isValidJSONPath: false, isPathExist: false };

/** Answers otherwise for filters that are written in one way. */
const says = (isMeant: (filter: string) => boolean, validity: typeof found): Apply =>
  readsAs((filter) => filter, isMeant, validity);

/** Reads filters as if something else had been written. */
const readsAs =
  (
    change: (filter: string) => string,
    isMeant: (filter: string) => boolean = () => false,
    validity = unreadable,
  ): Apply =>
  ({ seams }) => {
    const validate = seams.handle[operation];
    seams.handle[operation] = (call, tenant) => {
      const { filters } = tenant;

      return validate(call, {
        ...tenant,
        filters: {
          ...filters,
          validate: (filter, input) => (isMeant(filter) ? validity : filters.validate(change(filter), input)),
        },
      });
    };
  };

/** Takes bodies that have no such member, and finds all in order. */
const takesWithout =
  (member: 'filter' | 'input'): Apply =>
  (tenant) => {
    const validate = tenant.seams.handle[operation];
    overlook(operation, ({ field }) => field === member)(tenant);
    tenant.seams.handle[operation] = (call, ...rest) =>
      isTextOrObject(call.body, member) ? validate(call, ...rest) : { status: 200, headers: {}, body: found };
  };

const isTextOrObject = (body: unknown, member: 'filter' | 'input'): boolean =>
  typeof (body as Readonly<Record<string, unknown>>)[member] === (member === 'filter' ? 'string' : 'object');

export const filterValidationMutants: readonly Mutant[] = [
  { id: 'every-filter-is-valid', breaks: 'filters.validate.syntax', apply: says(() => true, found) },
  { id: 'no-filter-is-valid', breaks: 'filters.validate', apply: says(() => true, unreadable) },
  {
    id: 'filter-that-does-not-parse-said-to-parse',
    breaks: 'filters.validate.syntax',
    apply: changeRecords(answered, (record) => ({ ...record, isValidJSONPath: true })),
  },
  {
    id: 'filter-that-finds-nothing-said-not-to-parse',
    breaks: 'filters.validate.syntax',
    apply: changeRecords(answered, (record) => ({ ...record, isValidJSONPath: record.isPathExist })),
  },
  {
    id: 'comparison-behind-a-path-said-to-parse',
    breaks: 'filters.validate.syntax',
    apply: readsAs((filter) => filter.replace(/ != null$/, '')),
  },
  {
    id: 'typographic-quotes-read-as-quotes',
    breaks: 'filters.validate.syntax',
    apply: readsAs((filter) => filter.replace(/[\u201c\u201d]/g, '"')),
  },
  {
    id: 'predicate-at-the-root-not-read',
    breaks: 'filters.validate.dialect',
    apply: says((filter) => filter.startsWith('$[?'), unreadable),
  },
  {
    id: 'root-within-a-predicate-not-read',
    breaks: 'filters.validate.dialect',
    apply: says((filter) => filter.includes('?($'), unreadable),
  },
  {
    id: 'flag-of-a-pattern-ignored',
    breaks: 'filters.validate.dialect',
    apply: readsAs((filter) => filter.replace('/i)', '/)')),
  },
  {
    id: 'list-of-values-not-read',
    breaks: 'filters.validate.dialect',
    apply: says((filter) => filter.includes(' in ['), unreadable),
  },
  {
    id: 'text-never-equals-a-number',
    breaks: 'filters.validate.dialect',
    apply: readsAs((filter) => filter.replace(/== (\d+)/, '== "the number $1"')),
  },
  {
    id: 'predicate-on-an-object-finds-nothing',
    breaks: 'filters.validate.dialect',
    apply: readsAs((filter) => filter.replace(/^\$\.requestedFor\[\?.*|^\$\.who\[\?.*/, '$.nope')),
  },
  {
    id: 'contains-not-read',
    breaks: 'filters.validate',
    apply: says((filter) => filter.includes('contains'), unreadable),
  },
  {
    id: 'names-in-brackets-not-read',
    breaks: 'filters.validate',
    apply: says((filter) => filter.startsWith("$['"), unreadable),
  },
  {
    id: 'path-never-exists',
    breaks: 'filters.validate',
    apply: changeRecords(answered, (record) => ({ ...record, isPathExist: false })),
  },
  {
    id: 'filter-validation-answered-201',
    breaks: 'filters.validate',
    apply: changeStatus(answered, 201),
  },
  {
    id: 'filter-validation-without-path',
    breaks: 'filters.validate',
    apply: changeRecords(answered, (record) => omit(record, 'isPathExist')),
  },
  {
    id: 'filter-validation-in-words',
    breaks: 'exchange.body',
    apply: changeRecords(answered, (record) => ({ ...record, isValid: String(record.isValid) })),
  },
  {
    id: 'filter-validation-without-filter-taken',
    breaks: 'filters.validate.required',
    apply: takesWithout('filter'),
  },
  {
    id: 'filter-validation-without-input-taken',
    breaks: 'filters.validate.required',
    apply: takesWithout('input'),
  },
];
