import type { Comparison, Operand, PathSyntax, Test } from '../syntax.ts';
import { follow, type Value } from '../values/value.ts';
import { compare } from './compare.ts';
import { buildPath, type Path } from './links.ts';
import { literalNode, type Node, nullNode, undefinedNode, valueNode } from './nodes.ts';
import { isInvalidPath, raises } from './raise.ts';
import { type Context, type Options, spend } from './run.ts';

/** Whether a predicate holds for an item. What the library cannot follow inside it makes it fail as a whole. */
export const accepts = (test: Test, item: Value, context: Context): boolean => {
  const { depth } = context.run;
  try {
    return holds(test, item, context);
  } catch (error) {
    if (!isInvalidPath(error)) throw error;
    context.run.depth = depth;
    return false;
  }
};

const holds = (test: Test, item: Value, context: Context): boolean => {
  switch (test.kind) {
    case 'or':
      return test.operands.some((operand) => holds(operand, item, context));
    case 'and':
      return test.operands.every((operand) => holds(operand, item, context));
    case 'not':
      return !holds(test.operand, item, context);
    case 'exists':
      return exists(test.path, item, context) === test.expected;
    case 'comparison':
      return comparisonHolds(test, item, context);
  }
};

/**
 * A bare path holds when reading it does not end in PathNotFoundException: an open path holds even when it
 * selects nothing (filter-exists-017). Both `@` and `$` mean the item here (filter-exists-126).
 */
const exists = (syntax: PathSyntax, item: Value, context: Context): boolean => {
  const { run, document } = context;
  const path = linked(syntax, context);
  spend(run, 1 + (path.names?.length ?? 0));
  if (path.names !== undefined) return follow(path.names, item) !== undefined;

  const { depth } = run;
  // An object of its own each time: the parameters of functions remember under which options they were read.
  const options: Options = { suppress: false, requireProperties: true };
  try {
    context.read(run, path, item, document, options);
    return true;
  } catch (error) {
    if (error !== raises.pathNotFound) throw error;
    run.depth = depth;
    return false;
  }
};

const comparisonHolds = ({ left, operator, right }: Comparison, item: Value, context: Context): boolean => {
  spend(context.run, 1);
  const leftNode = nodeOf(left, item, context);
  const rightNode = nodeOf(right, item, context);
  return compare(operator, leftNode, rightNode, context.run);
};

const nodeOf = (operand: Operand, item: Value, context: Context): Node => {
  if (operand.kind !== 'path') return literalNode(operand, context.run);

  const path = linked(operand, context);
  if (path.names !== undefined)
    return namesNode(path.names, path.fromDocument ? context.document : item, context);

  const { depth } = context.run;
  try {
    return valueNode(readOperand(path, item, context));
  } catch (error) {
    if (error !== raises.pathNotFound) throw error;
    context.run.depth = depth;
    return undefinedNode;
  }
};

/** A missing property is null with exceptions suppressed, and nothing at all otherwise (filter-missing-null-001). */
const namesNode = (names: readonly string[], from: Value, { run, options }: Context): Node => {
  spend(run, names.length);
  const value = follow(names, from);
  if (value !== undefined) return valueNode(value);
  return options.suppress ? nullNode : undefinedNode;
};

const readOperand = (path: Path, item: Value, context: Context): Value => {
  const { run, document, options, read } = context;
  if (!path.fromDocument) return read(run, path, item, document, options);

  context.cache ??= new Map();
  const known = context.cache.get(path);
  if (known !== undefined) return known;
  const value = read(run, path, document, document, options);
  context.cache.set(path, value);
  return value;
};

const linked = (syntax: PathSyntax, { run }: Context): Path => {
  const known = run.paths.get(syntax);
  if (known !== undefined) return known;
  const path = buildPath(syntax);
  run.paths.set(syntax, path);
  return path;
};
