import { FilterLimitError, limits } from '../limits.ts';
import type { Literal, PathSyntax } from '../syntax.ts';
import type { Value } from '../values/value.ts';
import type { Path } from './links.ts';
import type { Node } from './nodes.ts';

/** How Jayway is configured: the default has neither; a bare path in a predicate requires properties. */
export type Options = Readonly<{ suppress: boolean; requireProperties: boolean }>;

/** One read of one document. */
export type Run = {
  work: number;
  depth: number;
  /** How often append() has changed a list. */
  changes: number;
  readonly paths: Map<PathSyntax, Path>;
  readonly literals: Map<Literal, Node>;
};

/** The evaluation of one path on one item. */
export type Context = {
  readonly run: Run;
  readonly options: Options;
  /** What `$` means inside its predicates. */
  readonly document: Value;
  readonly path: Path;
  readonly results: Value[];
  /** What the `$` paths of its predicates gave, once for all elements. */
  cache: Map<Path, Value> | undefined;
  readonly read: ReadPath;
};

/** Reads a path on an item; `document` is its `$`. */
export type ReadPath = (run: Run, path: Path, item: Value, document: Value, options: Options) => Value;

/** Counts work, so that no expression and no document keeps a read busy without end. */
export const spend = (run: Run, units: number): void => {
  run.work += units;
  if (run.work > limits.work) throw new FilterLimitError(`more than ${limits.work} steps of work`);
};

/** One level deeper; the caller takes it back with `run.depth--`, or restores it where it catches. */
export const descend = (run: Run): void => {
  spend(run, 1);
  if (++run.depth > limits.depth) throw new FilterLimitError(`deeper than ${limits.depth} levels`);
};
