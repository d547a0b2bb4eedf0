import { compile, type FilterPath } from '../filters/compile.ts';
import { FilterLimitError, PatternNotJudgedError } from '../filters/limits.ts';
import { matches } from '../filters/read.ts';
import type { Filters } from './routes/filter.ts';

/**
 * The filter dialect of the tenant, read in its default configuration. What validate-filter says beyond "it parses"
 * is published for one case only, so the rest is assumed: a path exists where the expression selects something, and
 * a filter is valid against an input where it parses and its path exists.
 */
export const jaywayFilters: Filters = {
  compiles: (filter) => compile(filter).ok,
  matches: (filter, input) => {
    const compiled = compile(filter);

    return compiled.ok && selects(compiled.path, input);
  },
  validate: (filter, input) => {
    const compiled = compile(filter);
    if (!compiled.ok) return { isValid: false, isValidJSONPath: false, isPathExist: false };
    const isPathExist = selects(compiled.path, input);

    return { isValid: isPathExist, isValidJSONPath: true, isPathExist };
  },
};

/** An expression that our dialect cannot judge selects nothing: the tenant would rather send too little than fail. */
const selects = (path: FilterPath, input: unknown): boolean => {
  try {
    return matches(path, input);
  } catch (error) {
    if (error instanceof FilterLimitError || error instanceof PatternNotJudgedError) return false;
    throw error;
  }
};
