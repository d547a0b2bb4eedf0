import { parseLenientJson } from '../json/lenient.ts';
import { FilterLimitError } from '../limits.ts';
import { parse } from '../parse/parse.ts';
import { SyntaxProblem } from '../parse/problem.ts';
import { unescapeText } from '../parse/unescape.ts';
import { javaTrim } from '../values/java-text.ts';
import { isNumber, type Value } from '../values/value.ts';
import { jsonTextNode, type Node, nullNode, numberNode, valueNode } from './nodes.ts';
import { raises } from './raise.ts';
import { type Run, spend } from './run.ts';

/** The elements of a list as `in`, `contains` and the set operators see them. A list or an object inside raises. */
export const listNodes = (list: readonly Value[], run: Run): readonly Node[] => {
  spend(run, list.length);
  return list.map((value) => elementNode(value, run));
};

const elementNode = (value: Value, run: Run): Node => {
  if (value === null) return nullNode;
  if (typeof value === 'string') return textNode(value, run);
  if (isNumber(value)) return numberNode(value);
  if (typeof value === 'boolean') return valueNode(value);
  throw raises.jsonPath;
};

/**
 * A text in a list is taken for more than a text: one that reads as a path equals nothing, one that reads
 * as JSON equals only its own spelling, and others lose their quotes and backslashes.
 */
const textNode = (text: string, run: Run): Node => {
  spend(run, text.length);
  const trimmed = javaTrim(text);
  if (/^[$@]/.test(trimmed) && isPath(trimmed)) {
    if (!isPath(text)) throw raises.invalidPath;
    return { kind: 'path' };
  }
  if (/^(\[.*\]|\{.*\})$/s.test(trimmed) && parseLenientJson(trimmed) !== undefined)
    return jsonTextNode(text);
  if (text.length < 2) return { kind: 'string', value: text };

  const isQuoted = /^'.*'$|^".*"$/s.test(text);
  const value = unescapeText(isQuoted ? text.slice(1, -1) : text);
  if (value === undefined) throw raises.jsonPath;
  return { kind: 'string', value };
};

const isPath = (text: string): boolean => {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof FilterLimitError) return false;
    throw error;
  }
};
