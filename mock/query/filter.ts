import { type Reading, read, refuse } from '../call.ts';
import { type FilterToken, readTokens } from './tokens.ts';

/** A filter expression as a tree. */
export type Filter =
  | Readonly<{ kind: 'compare'; field: string; operator: string; value: string }>
  | Readonly<{ kind: 'not'; of: Filter }>
  | Readonly<{ kind: 'and' | 'or'; left: Filter; right: Filter }>;

/** How tightly each connective holds its operands: the higher, the tighter. */
export type Precedence = Readonly<{ or: number; and: number; not: number }>;

const documented: Precedence = { or: 1, and: 2, not: 3 };

/** Nesting beyond this is refused; it keeps the stack safe. */
const deepest = 100;

type Cursor = { readonly tokens: readonly FilterToken[]; at: number; depth: number };

/** Reads `field operator "value"` joined by `and`, `or`, `not` and parentheses; not holds tighter than and, and than or. */
export const parseFilter = (text: string, precedence: Precedence = documented): Reading<Filter> => {
  const tokens = readTokens(text);
  if (!tokens.ok) return tokens;

  const cursor: Cursor = { tokens: tokens.value, at: 0, depth: 0 };
  const filter = parseJoined(cursor, 0, precedence);
  const rest = cursor.tokens[cursor.at];
  if (filter.ok && rest) return refuse('filters', `"${rest.text}" is not expected there`);

  return filter;
};

const parseJoined = (cursor: Cursor, weakest: number, precedence: Precedence): Reading<Filter> => {
  let left = parseOperand(cursor, precedence);
  while (left.ok) {
    const joint = peekWord(cursor);
    if ((joint !== 'and' && joint !== 'or') || precedence[joint] <= weakest) return left;
    cursor.at += 1;

    const right = parseJoined(cursor, precedence[joint], precedence);
    left = right.ok ? read({ kind: joint, left: left.value, right: right.value }) : right;
  }

  return left;
};

const parseOperand = (cursor: Cursor, precedence: Precedence): Reading<Filter> => {
  cursor.depth += 1;
  if (cursor.depth > deepest) return refuse('filters', 'is nested too deeply');

  const operand = parseNested(cursor, precedence);
  cursor.depth -= 1;

  return operand;
};

const parseNested = (cursor: Cursor, precedence: Precedence): Reading<Filter> => {
  const token = cursor.tokens[cursor.at];
  if (token?.kind === 'open') {
    cursor.at += 1;
    const inner = parseJoined(cursor, 0, precedence);
    if (inner.ok && cursor.tokens[cursor.at]?.kind !== 'close') return refuse('filters', '")" is missing');
    cursor.at += 1;

    return inner;
  }
  if (token?.kind === 'word' && token.text === 'not') {
    cursor.at += 1;
    const inner = parseJoined(cursor, precedence.not, precedence);

    return inner.ok ? read({ kind: 'not', of: inner.value }) : inner;
  }

  return parseComparison(cursor);
};

const parseComparison = (cursor: Cursor): Reading<Filter> => {
  const [field, operator, value] = cursor.tokens.slice(cursor.at, cursor.at + 3);
  if (field?.kind !== 'word' || operator?.kind !== 'word' || value?.kind !== 'string') {
    return refuse('filters', 'a comparison is a field, an operator and a string in double quotes');
  }
  cursor.at += 3;

  return read({ kind: 'compare', field: field.text, operator: operator.text, value: value.text });
};

const peekWord = (cursor: Cursor): string | undefined => {
  const token = cursor.tokens[cursor.at];

  return token?.kind === 'word' ? token.text : undefined;
};
