import { FilterLimitError, limits } from '../limits.ts';
import type { PathSyntax, Test } from '../syntax.ts';
import type { SyntaxProblem } from './problem.ts';

/** What the readers of paths and of predicates need of each other, and of the expression as a whole. */
export type Grammar = Readonly<{
  /** A path that is a text of its own, as JsonPath.compile reads it. */
  path: (text: string, base: number) => PathSyntax;
  /** A path as a parameter of a function: without `$.` put in front. */
  parameterPath: (text: string, base: number) => PathSyntax;
  /** `[?( )]` with its brackets. */
  predicate: (text: string, base: number) => Test;
  /** Remembers a problem that another reading may still get over. */
  remember: (problem: SyntaxProblem) => void;
  /** Runs one level deeper. */
  nested: <T>(read: () => T) => T;
}>;

/** Counts how deep filters, parentheses and parameters stand in each other. */
export const countNesting = (): Grammar['nested'] => {
  let depth = 0;
  return (read) => {
    if (++depth > limits.nesting) throw new FilterLimitError(`nested deeper than ${limits.nesting} levels`);
    try {
      return read();
    } finally {
      depth--;
    }
  };
};
