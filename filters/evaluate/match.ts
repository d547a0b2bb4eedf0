import type { JavaPattern } from '../regex/pattern.ts';
import { decimalText } from '../values/decimal.ts';
import { listNodes } from './list-nodes.ts';
import { decimalOf, type Node } from './nodes.ts';
import { type Run, spend } from './run.ts';

/** `=~`, with the pattern on either side; of a list, one element has to match (filter-regex-134). */
export const matchesPattern = (left: Node, right: Node, run: Run): boolean => {
  if (left.kind === 'pattern' && right.kind !== 'pattern') return matches(left.pattern, right, run);
  if (right.kind === 'pattern' && left.kind !== 'pattern') return matches(right.pattern, left, run);
  return false;
};

const matches = (pattern: JavaPattern, node: Node, run: Run): boolean => {
  const value = node.kind === 'json' ? node.value() : undefined;
  const inputs = Array.isArray(value) ? listNodes(value, run) : [node];
  return inputs.some((input) => {
    const text = inputText(input);
    spend(run, 1 + (text.length * pattern.size) / 16);
    return pattern.matches(text);
  });
};

/** Missing, null and objects count as the empty text (filter-regex-087). */
const inputText = (node: Node): string => {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return decimalText(decimalOf(node));
  return node.kind === 'boolean' ? String(node.value) : '';
};
