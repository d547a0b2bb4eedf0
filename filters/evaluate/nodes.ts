import { parseLenientJson } from '../json/lenient.ts';
import type { JavaPattern } from '../regex/pattern.ts';
import type { Literal } from '../syntax.ts';
import { compareDecimals, type Decimal, decimalText, parseDecimal } from '../values/decimal.ts';
import { javaEquals } from '../values/java-equals.ts';
import { numberText } from '../values/java-text.ts';
import { ExactNumber, isObject, type Value } from '../values/value.ts';
import { raises } from './raise.ts';
import type { Run } from './run.ts';

/** A side of a comparison, as its operator sees it. `undefined`: the path leads nowhere. */
export type Node =
  | Readonly<{ kind: 'undefined' | 'null' | 'path' }>
  | Readonly<{ kind: 'boolean'; value: boolean }>
  | NumberNode
  | Readonly<{ kind: 'string'; value: string }>
  | JsonNode
  | Readonly<{ kind: 'pattern'; pattern: JavaPattern }>;

/** `plain` where a JavaScript number compares as the exact decimal would. */
export type NumberNode = {
  readonly kind: 'number';
  readonly plain: number | undefined;
  decimal: Decimal | undefined;
};

/** A list or an object; a literal keeps its text, and some comparisons look at that only. */
export type JsonNode = Readonly<{ kind: 'json'; text: string | undefined; value: () => Value }>;

export const undefinedNode: Node = { kind: 'undefined' };
export const nullNode: Node = { kind: 'null' };
const trueNode: Node = { kind: 'boolean', value: true };
const falseNode: Node = { kind: 'boolean', value: false };

export const literalNode = (literal: Literal, run: Run): Node => {
  const known = run.literals.get(literal);
  if (known !== undefined) return known;
  const node = makeLiteralNode(literal);
  run.literals.set(literal, node);
  return node;
};

/** A value that a path gave. */
export const valueNode = (value: Value): Node => {
  if (value === null) return nullNode;
  if (typeof value === 'boolean') return value ? trueNode : falseNode;
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number' || value instanceof ExactNumber) return numberNode(value);
  if (Array.isArray(value) || isObject(value)) return { kind: 'json', text: undefined, value: () => value };
  throw raises.jsonPath;
};

export const numberNode = (value: number | ExactNumber): NumberNode => {
  if (typeof value === 'number' && Number.isFinite(value))
    return { kind: 'number', plain: value, decimal: undefined };

  const decimal = parseDecimal(numberText(value));
  if (decimal === undefined) throw raises.numberFormat;
  return { kind: 'number', plain: undefined, decimal };
};

export const jsonTextNode = (text: string): JsonNode => {
  let known: Value | undefined;
  const value = (): Value => {
    known ??= parseLenientJson(text);
    if (known === undefined) throw raises.illegalArgument;
    return known;
  };
  return { kind: 'json', text, value };
};

export const decimalOf = (node: NumberNode): Decimal => {
  node.decimal ??= parseDecimal(numberText(node.plain ?? 0));
  if (node.decimal === undefined) throw raises.numberFormat;
  return node.decimal;
};

/** -1, 0 or 1. */
export const compareNumbers = (left: NumberNode, right: NumberNode): number => {
  if (left.plain === undefined || right.plain === undefined)
    return compareDecimals(decimalOf(left), decimalOf(right));
  if (left.plain === right.plain) return 0;
  return left.plain < right.plain ? -1 : 1;
};

/** equals() of the library's nodes. The left side decides: number == "1.0" holds, "1.0" == 1 does not. */
export const nodesEqual = (left: Node, right: Node): boolean => {
  switch (left.kind) {
    case 'null':
      return right.kind === 'null';
    case 'boolean':
      return right.kind === 'boolean' && left.value === right.value;
    case 'string':
      if (right.kind === 'number') return left.value === decimalText(decimalOf(right));
      return right.kind === 'string' && left.value === right.value;
    case 'number':
      if (right.kind === 'string') return equalsText(left, right.value);
      return right.kind === 'number' && compareNumbers(left, right) === 0;
    case 'json':
      return right.kind === 'json' && jsonEqual(left, right);
    default:
      return false;
  }
};

const equalsText = (left: NumberNode, text: string): boolean => {
  const decimal = parseDecimal(text);
  return decimal !== undefined && compareDecimals(decimalOf(left), decimal) === 0;
};

const jsonEqual = (left: JsonNode, right: JsonNode): boolean => {
  if (left.text !== undefined || right.text !== undefined) return left.text === right.text;
  return javaEquals(left.value(), right.value());
};

const makeLiteralNode = (literal: Literal): Node => {
  switch (literal.kind) {
    case 'null':
      return nullNode;
    case 'boolean':
      return literal.value ? trueNode : falseNode;
    case 'string':
      return { kind: 'string', value: literal.value };
    case 'json':
      return jsonTextNode(literal.text);
    case 'pattern':
      return { kind: 'pattern', pattern: literal.pattern };
    case 'number': {
      const decimal = parseDecimal(literal.text);
      const isPlain = decimal !== undefined && decimal.digits.length <= 15 && Math.abs(decimal.scale) < 200;
      return {
        kind: 'number',
        plain: isPlain
          ? Number(`${decimal.negative ? '-' : ''}${decimal.digits}e${-decimal.scale}`)
          : undefined,
        decimal,
      };
    }
  }
};
