import { compile, type Explanation } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { underlined } from './caret.ts';
import { compileText } from './compile-text.ts';
import { labelled, quoted } from './show.ts';
import { shellNotes, warningLines } from './warning-text.ts';

/** Whether an expression compiles, and what holds of it whatever the payload. */
export const checkText = (explanation: Explanation): string => {
  if (!explanation.compiles) return compileText(explanation, 1);
  const { expression, warnings } = explanation;
  const remarks = [
    ...shellNotes(expression),
    ...warningLines(expression, warnings),
    ...unpublished(expression),
  ];
  const tries = [...new Set(warnings.flatMap((note) => note.try ?? []))];

  return [
    'COMPILES  The tenant can read this filter.  (exit 0)',
    '',
    ...underlined(expression, []),
    '',
    ...remarks,
    ...(remarks.length > 0 ? [''] : []),
    ...tries.map((spelling, index) => labelled(index === 0 ? 'Try' : '', visible(spelling), 6)),
    labelled(
      'Next',
      `hold it against an event: npx isc-triggers filter explain ${quoted(expression)} --payload event.json`,
      6,
    ),
    '',
  ].join('\n');
};

/** What the tenant makes of a path that selects without a predicate is not published. */
const unpublished = (expression: string): readonly string[] => {
  const compiled = compile(expression);
  if (!compiled.ok || compiled.path.tree.steps.some(({ kind }) => kind === 'predicate')) return [];

  return ['WARNING  it has no predicate, [?( )]: what counts as a match then is not published'];
};
