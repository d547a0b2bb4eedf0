import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

const operation = 'testSubscriptionFilter';

/** What validate-filter answers. */
export const filterClauses = {
  'filters.validate': {
    level: 'must',
    operation,
    status: 200,
    statement: 'A filter that parses, finds its path and fits the input gets three times true.',
    source: sources.description,
  },
  'filters.validate.syntax': {
    level: 'must',
    operation,
    status: 200,
    statement: 'isValidJSONPath says whether the expression parses.',
    source: sources.description,
  },
  'filters.validate.path': {
    level: 'should',
    operation,
    status: 200,
    statement: 'isPathExist says whether the path exists in the input.',
    source: sources.description,
  },
  'filters.validate.input': {
    level: 'should',
    operation,
    status: 200,
    statement: 'isValid says whether the filter is valid against the input.',
    source: sources.description,
  },
  'filters.validate.dialect': {
    level: 'must',
    operation,
    status: 200,
    statement: 'The dialect of filters is the one of Jayway JsonPath.',
    source: sources.filterGuide,
  },
  'filters.validate.required': {
    level: 'must',
    operation,
    status: 400,
    statement: 'A request without filter or input, or with one of another kind, is refused with 400.',
    source: sources.description,
  },
} as const satisfies Record<string, Clause>;
