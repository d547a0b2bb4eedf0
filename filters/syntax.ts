import type { JavaPattern } from './regex/pattern.ts';

/**
 * The syntax tree of a filter expression. `span` is where a part stands in the expression as it was
 * written: [start, end) in UTF-16 units.
 */
export type Span = readonly [start: number, end: number];

/** A path: `$` or `@` and the steps behind it. */
export type PathSyntax = Readonly<{
  kind: 'path';
  root: '$' | '@';
  steps: readonly Step[];
  span: Span;
}>;

export type Step =
  | Readonly<{ kind: 'names'; names: readonly string[]; quote: '"' | "'"; span: Span }>
  | Readonly<{ kind: 'wildcard'; span: Span }>
  | Readonly<{ kind: 'scan'; span: Span }>
  | Readonly<{ kind: 'indexes'; indexes: readonly number[]; span: Span }>
  | Readonly<{ kind: 'slice'; from: number | undefined; to: number | undefined; span: Span }>
  | Readonly<{ kind: 'predicate'; test: Test; span: Span }>
  /** `parameters` is undefined for empty parentheses; `text` is the call from its `(` on, as written. */
  | Readonly<{
      kind: 'call';
      name: string;
      parameters: readonly Parameter[] | undefined;
      text: string;
      span: Span;
    }>;

/** What stands between the parentheses of a function; `text` is as written. */
export type Parameter =
  | Readonly<{ kind: 'json'; text: string }>
  | Readonly<{ kind: 'path'; text: string; path: PathSyntax }>;

/** What stands inside `[?( )]`. */
export type Test =
  | Readonly<{ kind: 'or' | 'and'; operands: readonly Test[]; span: Span }>
  | Readonly<{ kind: 'not'; operand: Test; span: Span }>
  | Readonly<{ kind: 'exists'; path: PathSyntax; expected: boolean; span: Span }>
  | Comparison;

export type Comparison = Readonly<{
  kind: 'comparison';
  left: Operand;
  operator: Operator;
  right: Operand;
  span: Span;
}>;

export type Operand = PathSyntax | Literal;

/** A literal; `text` is as written. */
export type Literal =
  | Readonly<{ kind: 'string'; value: string; text: string; span: Span }>
  | Readonly<{ kind: 'number' | 'json'; text: string; span: Span }>
  | Readonly<{ kind: 'boolean'; value: boolean; text: string; span: Span }>
  | Readonly<{ kind: 'null'; text: string; span: Span }>
  | Readonly<{
      kind: 'pattern';
      source: string;
      flags: string;
      pattern: JavaPattern;
      text: string;
      span: Span;
    }>;

export type Operator = (typeof operators)[number];

/** The operators by their canonical spelling; words are read in any case (operator-case-021). */
export const operators = [
  '>=',
  '<=',
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '>',
  '=~',
  'nin',
  'in',
  'contains',
  'all',
  'size',
  'exists',
  'type',
  'matches',
  'empty',
  'subsetof',
  'anyof',
  'noneof',
] as const;
