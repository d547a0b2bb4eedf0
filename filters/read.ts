import type { FilterPath } from './compile.ts';
import { buildPath } from './evaluate/links.ts';
import { Raise } from './evaluate/raise.ts';
import { evaluatePath, resultOf } from './evaluate/read.ts';
import type { Context, Run } from './evaluate/run.ts';
import { FilterLimitError, isStackOverflow, PatternNotJudgedError } from './limits.ts';
import { cloneValue, isObject, plainValue, type Value } from './values/value.ts';

/** How the tenant reads is not published: `default`, or with exceptions `suppressed` (a missing property then counts as null). */
export type Reading = 'default' | 'suppressed';

/** `raises` is the simple name of the Java exception, or FilterLimitError or PatternNotJudgedError. */
export type Evaluation = Readonly<{ result: unknown }> | Readonly<{ raises: string }>;

/** What Jayway's read gives in its default configuration. Never throws. */
export const evaluate = (path: FilterPath, document: unknown): Evaluation =>
  attempt(() => {
    const context = read(path, document, 'default');
    return output(resultOf(context), context);
  });

/**
 * The values that are selected with exceptions suppressed; [] also where even that read raises, which
 * `readAs` tells apart. Never throws.
 */
export const select = (path: FilterPath, document: unknown): unknown[] => {
  const evaluation = readAs(path, document, 'suppressed');
  return 'raises' in evaluation ? [] : [...evaluation.values];
};

/**
 * Whether an event passes: a definite or function path when it does not raise, else when the list is not
 * empty. Throws FilterLimitError or PatternNotJudgedError where neither answer is known.
 */
export const matches = (path: FilterPath, document: unknown, reading: Reading = 'default'): boolean => {
  const evaluation = readAs(path, document, reading);
  if (!('raises' in evaluation)) return path.definite || path.function || evaluation.values.length > 0;
  if (evaluation.raises === 'FilterLimitError')
    throw new FilterLimitError('the filter goes beyond the limits');
  if (evaluation.raises === 'PatternNotJudgedError')
    throw new PatternNotJudgedError('the pattern cannot be judged here');
  return false;
};

/** The selected values in either reading. `empty` of a definite path: nothing was found, though nothing was raised. */
export const readAs = (
  path: FilterPath,
  document: unknown,
  reading: Reading,
): Readonly<{ values: readonly unknown[] }> | Readonly<{ raises: string }> => {
  const evaluation = attempt(() => {
    const context = read(path, document, reading);
    if (context.results.length === 0 && reading === 'suppressed') return [];
    const value = output(resultOf(context), context);
    return context.path.definite() ? [value] : value;
  });
  if ('raises' in evaluation) return evaluation;
  return { values: Array.isArray(evaluation.result) ? evaluation.result : [] };
};

const read = (path: FilterPath, document: unknown, reading: Reading): Context => {
  const run: Run = {
    work: 0,
    depth: 0,
    changes: 0,
    paths: new Map(),
    literals: new Map(),
  };
  const options = { suppress: reading === 'suppressed', requireProperties: false };
  const value = asValue(document);
  const own = mayAppend(path) ? cloneValue(value) : value;
  return evaluatePath(run, path.chained ?? buildPath(path.tree), own, own, options);
};

/** A document is JSON; what else a caller may hand over is not looked into. */
const asValue = (document: unknown): Value => (document ?? null) as Value;

const mayAppend = ({ expression }: FilterPath): boolean => expression.includes('append');

const output = (value: Value, { run, path }: Context): unknown => {
  if (run.changes > 0) return plainValue(value);
  if (Array.isArray(value) && !path.definite())
    return value.map((item) => (isContainer(item) ? item : plainValue(item)));
  return isContainer(value) ? value : plainValue(value);
};

const isContainer = (value: Value): boolean => Array.isArray(value) || isObject(value);

const attempt = <T>(action: () => T): Readonly<{ result: T }> | Readonly<{ raises: string }> => {
  try {
    return { result: action() };
  } catch (error) {
    if (
      error instanceof Raise ||
      error instanceof FilterLimitError ||
      error instanceof PatternNotJudgedError
    ) {
      return { raises: error.name };
    }
    if (isStackOverflow(error)) return { raises: 'FilterLimitError' };
    throw error;
  }
};
