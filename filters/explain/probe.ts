import { buildPath } from '../evaluate/links.ts';
import { accepts } from '../evaluate/predicate.ts';
import { Raise } from '../evaluate/raise.ts';
import { evaluatePath, resultOf } from '../evaluate/read.ts';
import type { Options, Run } from '../evaluate/run.ts';
import { FilterLimitError, isStackOverflow, PatternNotJudgedError } from '../limits.ts';
import type { PathSyntax, Test } from '../syntax.ts';
import type { Value } from '../values/value.ts';

const defaultOptions: Options = { suppress: false, requireProperties: false };

const newRun = (): Run => ({ work: 0, depth: 0, changes: 0, paths: new Map(), literals: new Map() });

/** Whether a test holds for an item of a document, in the default reading; or what it raises. */
export const probeTest = (test: Test, item: Value, document: Value): boolean | Readonly<{ raises: string }> =>
  guarded(() => {
    const path = buildPath({ kind: 'path', root: '$', steps: [], span: [0, 0] });
    return accepts(test, item, evaluatePath(newRun(), path, document, document, defaultOptions));
  });

/** What a path inside a predicate gives: `undefined` where it leads nowhere. */
export const probePath = (path: PathSyntax, item: Value, document: Value): Value | undefined => {
  const start = path.root === '$' ? document : item;
  const result = guarded(() => ({
    value: resultOf(evaluatePath(newRun(), buildPath(path), start, document, defaultOptions)),
  }));
  return 'raises' in result ? undefined : result.value;
};

const guarded = <T>(action: () => T): T | Readonly<{ raises: string }> => {
  try {
    return action();
  } catch (error) {
    if (
      error instanceof Raise ||
      error instanceof FilterLimitError ||
      error instanceof PatternNotJudgedError
    ) {
      return { raises: error.name };
    }
    if (isStackOverflow(error)) return { raises: 'FilterLimitError' };
    throw error;
  }
};
