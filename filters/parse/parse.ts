import { FilterLimitError, limits } from '../limits.ts';
import type { PathSyntax } from '../syntax.ts';
import { countNesting, type Grammar } from './grammar.ts';
import { readParameterPath, readPath } from './path.ts';
import { readPredicate } from './predicate.ts';

/** Reads an expression; throws SyntaxProblem or FilterLimitError. */
export const parse = (expression: string, remember: Grammar['remember'] = () => {}): PathSyntax => {
  if (expression.length > limits.expressionLength) {
    throw new FilterLimitError(`longer than ${limits.expressionLength} characters`);
  }
  const grammar: Grammar = {
    path: (text, base) => readPath(grammar, text, base),
    parameterPath: (text, base) => readParameterPath(grammar, text, base),
    predicate: (text, base) => readPredicate(grammar, text, base),
    remember,
    nested: countNesting(),
  };
  return grammar.path(expression, 0);
};
