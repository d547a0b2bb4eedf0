import { compile, type FilterPath } from '../compile.ts';
import { isStackOverflow } from '../limits.ts';
import { print } from '../print.ts';
import { matchReason, unknownReason } from './because.ts';
import { compileNotes } from './compile-notes.ts';
import { dialects } from './dialects.ts';
import { findings } from './findings.ts';
import { explainReadings } from './readings.ts';
import { shapeNotes } from './shape-notes.ts';
import type { Case, Explanation, Verdict } from './types.ts';
import { verdictOf } from './verdict.ts';
import { warnings } from './warnings.ts';

/**
 * Says for an expression and payloads what a tenant does with them, in the default reading, and why; for one
 * that does not compile, why not and what may be meant. A structure, for a command to write. Never throws.
 */
export const explain = (expression: string, ...documents: readonly unknown[]): Explanation => {
  const result = compile(expression);
  if (!result.ok)
    return {
      compiles: false,
      expression,
      error: result.error,
      notes: compileNotes(expression, result.error),
    };

  const { path } = result;
  const cases = documents.map((document) => withinLimits(() => explainCase(path, document)));
  const count = (verdict: Verdict): number => cases.filter((each) => each.verdict === verdict).length;
  return {
    compiles: true,
    expression,
    canonical: print(path.tree),
    warnings: warnings(path),
    cases,
    counts: { match: count('match'), 'no match': count('no match'), unknown: count('unknown') },
  };
};

/** A payload too deep even to be told about is unknown, as it is to the read. */
const withinLimits = (explainOne: () => Case): Case => {
  try {
    return explainOne();
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    const readings = { default: 'unknown', suppressed: 'unknown', differ: false } as const;
    const because = 'the payload goes beyond the limits of this tool';
    return {
      verdict: 'unknown',
      because,
      values: [],
      raises: 'FilterLimitError',
      findings: [],
      furtherNodes: 0,
      readings,
      dialects: [],
      notes: [],
    };
  }
};

const explainCase = (path: FilterPath, document: unknown): Case => {
  const { verdict, values, raises } = verdictOf(path, document, 'default');
  const found = findings(path, document);
  const because =
    verdict === 'unknown' ? unknownReason(path, raises) : matchReason(verdict, found.findings, raises);
  return {
    verdict,
    because,
    values,
    ...(raises === undefined ? {} : { raises }),
    ...found,
    readings: explainReadings(path, document),
    dialects: dialects(path, document, verdict),
    notes: shapeNotes(path, document, found.findings),
  };
};
