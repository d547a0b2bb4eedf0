import { follow, type Value } from '../values/value.ts';
import type { Path } from './links.ts';
import { raises } from './raise.ts';
import type { Context, Options, ReadPath, Run } from './run.ts';
import { visit } from './visit.ts';

/** Evaluates a path; its results are in the context that comes back. */
export const evaluatePath = (
  run: Run,
  path: Path,
  item: Value,
  document: Value,
  options: Options,
): Context => {
  if (document === null) throw raises.illegalArgument;

  const context: Context = { run, options, document, path, results: [], cache: undefined, read: readPath };
  const value = path.names === undefined ? undefined : follow(path.names, item);
  if (value !== undefined) context.results.push(value);
  else if (path.names === undefined) visit(path.head, item, context);
  return context;
};

/** What a path gives: the last result when it is definite, else the list of all. */
export const resultOf = ({ path, results, options }: Context): Value => {
  if (!path.definite()) return results;
  if (results.length > 0) return results.at(-1) ?? null;
  if (options.suppress) return null;
  throw raises.pathNotFound;
};

const readPath: ReadPath = (run, path, item, document, options) =>
  resultOf(evaluatePath(run, path, item, document, options));
