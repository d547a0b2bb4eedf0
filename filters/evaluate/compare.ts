import type { Operator } from '../syntax.ts';
import { decimalToInt } from '../values/decimal.ts';
import { javaEquals } from '../values/java-equals.ts';
import { isObject } from '../values/value.ts';
import { listNodes } from './list-nodes.ts';
import { matchesPattern } from './match.ts';
import { compareNumbers, decimalOf, type Node, nodesEqual } from './nodes.ts';
import { raises } from './raise.ts';
import { type Run, spend } from './run.ts';

/** Whether `left operator right` holds. */
export const compare = (operator: Operator, left: Node, right: Node, run: Run): boolean =>
  evaluators[operator](left, right, run);

type Evaluator = (left: Node, right: Node, run: Run) => boolean;

const equal: Evaluator = (left, right) => {
  if (left.kind !== 'json' || right.kind !== 'json') return nodesEqual(left, right);
  // A literal on the left is compared by its text, which no list and no object equals (filter-logic-060).
  const value = right.value();
  return left.text === undefined && javaEquals(left.value(), value);
};

const sameKindAndEqual: Evaluator = (left, right, run) => left.kind === right.kind && equal(left, right, run);

const ordered =
  (holds: (order: number) => boolean): Evaluator =>
  (left, right) => {
    if (left.kind === 'number' && right.kind === 'number') return holds(compareNumbers(left, right));
    if (left.kind !== 'string' || right.kind !== 'string') return false;
    if (left.value === right.value) return holds(0);
    return holds(left.value < right.value ? -1 : 1);
  };

/** Lists and texts have a size; an object has -1 (and a literal number is cut to an int). */
const size: Evaluator = (left, right) => {
  if (right.kind !== 'number') return false;
  const expected = decimalToInt(decimalOf(right));
  if (left.kind === 'string') return left.value.length === expected;
  if (left.kind !== 'json') return false;
  const value = left.value();
  return (Array.isArray(value) ? value.length : -1) === expected;
};

/** An object raises (filter-size-empty-025). */
const empty: Evaluator = (left, right) => {
  if (left.kind !== 'string' && left.kind !== 'json') return false;
  const value = left.kind === 'string' ? left.value : left.value();
  if (isObject(value)) throw raises.classCast;
  const isEmpty = typeof value === 'string' || Array.isArray(value) ? value.length === 0 : true;
  return isEmpty === truth(right);
};

const isIn: Evaluator = (left, right, run) => {
  const list = elements(right, run);
  return list !== undefined && includes(list, left, run);
};

const contains: Evaluator = (left, right, run) => {
  if (left.kind === 'string' && right.kind === 'string') return left.value.includes(right.value);
  if (left.kind !== 'json') return false;
  const list = elements(left, run);
  return list !== undefined && includes(list, right, run);
};

/** The right list is read first; a side that is an object makes all three false (filter-sets). */
const sets =
  (holds: (left: readonly Node[], right: readonly Node[], run: Run) => boolean): Evaluator =>
  (left, right, run) => {
    const rightList = elements(right, run);
    if (rightList === undefined) return false;
    const leftList = elements(left, run);
    return leftList !== undefined && holds(leftList, rightList, run);
  };

const includes = (list: readonly Node[], node: Node, run: Run): boolean => {
  spend(run, list.length);
  return list.some((element) => nodesEqual(node, element));
};

/** The elements of a list; undefined for an object. Anything else makes the whole predicate fail. */
const elements = (node: Node, run: Run): readonly Node[] | undefined => {
  if (node.kind !== 'json') throw raises.invalidPath;
  const value = node.value();
  return Array.isArray(value) ? listNodes(value, run) : undefined;
};

const truth = (node: Node): boolean => {
  if (node.kind !== 'boolean') throw raises.invalidPath;
  return node.value;
};

const existsWord: Evaluator = (left, right) => {
  if (left.kind !== 'boolean' && right.kind !== 'boolean') throw raises.jsonPath;
  return truth(left) === truth(right);
};

/** `all`, `type` and `matches` want a right side that no expression can write (filter-sets-099). */
const never: Evaluator = () => {
  throw raises.invalidPath;
};

const evaluators: Readonly<Record<Operator, Evaluator>> = {
  '==': equal,
  '!=': (left, right, run) => !equal(left, right, run),
  '===': sameKindAndEqual,
  '!==': (left, right, run) => !sameKindAndEqual(left, right, run),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  '=~': matchesPattern,
  in: isIn,
  nin: (left, right, run) => !isIn(left, right, run),
  contains,
  size,
  empty,
  subsetof: sets((left, right, run) => left.every((node) => includes(right, node, run))),
  anyof: sets((left, right, run) => left.some((node) => includes(right, node, run))),
  noneof: sets((left, right, run) => !left.some((node) => includes(right, node, run))),
  exists: existsWord,
  all: never,
  type: never,
  matches: never,
};
