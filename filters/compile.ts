import { buildPath, type Path } from './evaluate/links.ts';
import { FilterLimitError, isStackOverflow } from './limits.ts';
import { parse } from './parse/parse.ts';
import { SyntaxProblem } from './parse/problem.ts';
import type { PathSyntax } from './syntax.ts';

/** A compiled expression. */
export type FilterPath = Readonly<{
  expression: string;
  tree: PathSyntax;
  /** Whether the path leads to one place at most. */
  definite: boolean;
  /** Whether the path ends in a function. */
  function: boolean;
  /** The chained steps, where reads leave them as they are: without scans and functions. */
  chained: Path | undefined;
}>;

/** `position` counts UTF-16 units; `message` says what was expected there. */
export type CompileError = Readonly<{ message: string; position: number }>;

export type CompileResult =
  | Readonly<{ ok: true; path: FilterPath }>
  | Readonly<{ ok: false; error: CompileError }>;

/** Compiles an expression as Jayway's JsonPath.compile does. Never throws. */
export const compile = (expression: string): CompileResult => {
  let deepest: SyntaxProblem | undefined;
  const remember = (problem: SyntaxProblem): void => {
    if (deepest === undefined || problem.position > deepest.position) deepest = problem;
  };

  try {
    const tree = parse(expression, remember);
    const chain = buildPath(tree);
    const definite = chain.definite();
    const chained = tree.steps.some(({ kind }) => kind === 'scan' || kind === 'call') ? undefined : chain;
    return { ok: true, path: { expression, tree, definite, function: chain.isFunction, chained } };
  } catch (problem) {
    if (problem instanceof SyntaxProblem) {
      remember(problem);
      const { message, position } = deepest ?? problem;
      return { ok: false, error: { message, position } };
    }
    if (problem instanceof FilterLimitError)
      return { ok: false, error: { message: problem.message, position: 0 } };
    if (isStackOverflow(problem)) return { ok: false, error: { message: 'nested too deeply', position: 0 } };
    throw problem;
  }
};
