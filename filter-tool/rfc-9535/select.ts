import { isDeepStrictEqual } from 'node:util';
import type { Operand, PathSyntax, Step, Test } from '../../filters/index.ts';

/** A value that is looked up in vain: RFC 9535 calls it Nothing. */
const nothing = Symbol('nothing');

/** The expression goes beyond what is worth evaluating beside the tenant's own dialect. */
export class TooMuchWorkError extends Error {
  override readonly name = 'TooMuchWorkError';
}

/** The most nodes that are looked at. */
const mostNodes = 200_000;

/** The nodes that a path selects, as RFC 9535 says. For paths of which `notValid` finds nothing wrong. */
export const select = ({ steps }: PathSyntax, start: unknown, root: unknown): readonly unknown[] => {
  let left = mostNodes;
  const spend = (nodes: readonly unknown[]): readonly unknown[] => {
    left -= nodes.length;
    if (left < 0) throw new TooMuchWorkError();
    return nodes;
  };

  return steps.reduce<readonly unknown[]>(
    (nodes, step) => spend(nodes.flatMap((node) => behind(step, node, root))),
    [start],
  );
};

const behind = (step: Step, node: unknown, root: unknown): readonly unknown[] => {
  switch (step.kind) {
    case 'names':
      return step.names.flatMap((name) => (isRecord(node) && Object.hasOwn(node, name) ? [node[name]] : []));
    case 'wildcard':
      return children(node);
    case 'scan':
      return withDescendants(node);
    case 'indexes':
      return Array.isArray(node) ? step.indexes.flatMap((index) => elementAt(node, index)) : [];
    case 'slice':
      return Array.isArray(node) ? node.slice(step.from, step.to) : [];
    case 'predicate':
      return children(node).filter((child) => holds(step.test, child, root));
    case 'call':
      return [];
  }
};

const holds = (test: Test, node: unknown, root: unknown): boolean => {
  switch (test.kind) {
    case 'not':
      return !holds(test.operand, node, root);
    case 'and':
      return test.operands.every((operand) => holds(operand, node, root));
    case 'or':
      return test.operands.some((operand) => holds(operand, node, root));
    case 'exists':
      return select(test.path, test.path.root === '$' ? root : node, root).length > 0 === test.expected;
    case 'comparison':
      return compare(test.operator, sideOf(test.left, node, root), sideOf(test.right, node, root));
  }
};

const sideOf = (operand: Operand, node: unknown, root: unknown): unknown => {
  if (operand.kind !== 'path') return 'value' in operand ? operand.value : JSON.parse(operand.text);
  const found = select(operand, operand.root === '$' ? root : node, root);

  return found.length === 0 ? nothing : found[0];
};

/** Nothing is converted: other types are never equal and have no order. */
const compare = (operator: string, left: unknown, right: unknown): boolean => {
  const equal = isDeepStrictEqual(left, right);
  if (operator === '==') return equal;
  if (operator === '!=') return !equal;
  if (operator.endsWith('=') && equal) return true;
  if (typeof left === 'number' && typeof right === 'number')
    return operator.startsWith('<') ? left < right : left > right;
  if (typeof left !== 'string' || typeof right !== 'string') return false;

  return operator.startsWith('<') ? left < right : left > right;
};

const withDescendants = (node: unknown): readonly unknown[] => {
  const found = [node];
  for (let index = 0; index < found.length; index += 1) {
    found.push(...children(found[index]));
    if (found.length > mostNodes) throw new TooMuchWorkError();
  }

  return found;
};

const children = (node: unknown): readonly unknown[] => {
  if (Array.isArray(node)) return node;

  return isRecord(node) ? Object.values(node) : [];
};

const elementAt = (list: readonly unknown[], index: number): readonly unknown[] => {
  const at = index < 0 ? index + list.length : index;

  return at in list ? [list[at]] : [];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
