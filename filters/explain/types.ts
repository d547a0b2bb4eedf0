import type { CompileError } from '../compile.ts';
import type { Span } from '../syntax.ts';

/** `unknown`: neither can be claimed of a tenant. */
export type Verdict = 'match' | 'no match' | 'unknown';

/**
 * A remark. `try` is another spelling: of the test where the note belongs to a finding, else of the whole
 * expression. `at` counts units of the expression.
 */
export type Note = Readonly<{ code: string; text: string; try?: string; at?: number }>;

/** What an operand was. `type` is the JSON type, or `absent` where the path leads nowhere. */
export type Seen = Readonly<{
  text: string;
  type: 'absent' | 'null' | 'boolean' | 'number' | 'string' | 'list' | 'object';
  value?: unknown;
}>;

/** A property that a path asks for and its place does not have. */
export type Absence = Readonly<{
  /** The place that lacks it, such as `$.changes[0]`, and what is there. */
  at: string;
  type: Seen['type'];
  property: string;
  /** The properties that are there, at most 20. */
  has: readonly string[];
  /** One of them that is spelled nearly like it. */
  near?: string;
  /** A place in the document that holds the compared value. */
  elsewhere?: string;
}>;

/** One comparison or bare path, on one node. */
export type Finding = Readonly<{
  node: string;
  test: string;
  span: Span;
  /** undefined where it raises or cannot be judged; `raises` then says what. */
  holds: boolean | undefined;
  raises?: string;
  left: Seen;
  operator?: string;
  right?: Seen;
  absence?: Absence;
  notes: readonly Note[];
}>;

export type Dialect = Readonly<{ name: string; verdict: Verdict | 'throws' | 'not tried'; because: string }>;

/** The verdicts of both readings, and a spelling on which they agree. */
export type Readings = Readonly<{
  default: Verdict;
  suppressed: Verdict;
  differ: boolean;
  agreeing?: string;
}>;

/** The answer for one payload, in the default reading. */
export type Case = Readonly<{
  verdict: Verdict;
  because: string;
  values: readonly unknown[];
  raises?: string;
  findings: readonly Finding[];
  /** How many nodes were tested beyond those in `findings`. */
  furtherNodes: number;
  readings: Readings;
  dialects: readonly Dialect[];
  notes: readonly Note[];
}>;

export type Explanation =
  | Readonly<{ compiles: false; expression: string; error: CompileError; notes: readonly Note[] }>
  | Readonly<{
      compiles: true;
      expression: string;
      canonical: string;
      warnings: readonly Note[];
      cases: readonly Case[];
      /** How many payloads match, do not, and are unknown. */
      counts: Readonly<Record<Verdict, number>>;
    }>;
