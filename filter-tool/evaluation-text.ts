import { type Case, compile, type Explanation } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { compileText } from './compile-text.ts';
import { exitCodeOf, isUnread, outcomes } from './outcome.ts';
import type { Payload } from './payload.ts';
import { reasonOf } from './reason.ts';
import { labelled, shownValue } from './show.ts';
import { summaryLines } from './summary.ts';
import { shellNotes, warningLines } from './warning-text.ts';

/** The verdict of a filter, a line a payload, with what it selects. */
export const evaluationText = (explanation: Explanation, payloads: readonly Payload[]): string => {
  const exitCode = exitCodeOf(explanation);
  const compiled = compile(explanation.expression);
  if (!explanation.compiles || !compiled.ok)
    return explanation.compiles ? '' : compileText(explanation, exitCode);
  const { expression, warnings, cases } = explanation;
  const lines = cases.flatMap((each, index) => {
    const because = visible(reasonOf(compiled.path, each, payloads[index]?.value));
    return [
      `${outcomes[each.verdict].word.padEnd(column - 2)}  ${visible(payloads[index]?.name ?? '')}: ${because}${cases.length === 1 ? `  (exit ${exitCode})` : ''}`,
      ...selected(each),
      ...(each.readings.differ
        ? [
            labelled(
              '',
              `with exceptions suppressed: ${each.readings.suppressed}; a tenant's reading is not published`,
              column,
            ),
          ]
        : []),
    ];
  });

  return [
    ...shellNotes(expression),
    ...warningLines(expression, warnings),
    ...lines,
    ...(cases.length > 1 ? summaryLines(explanation) : []),
    '',
  ].join('\n');
};

/** Where the names begin. */
const column = 10;

/** The most values that are shown of a payload. */
const mostValues = 5;

const selected = (each: Case): readonly string[] => {
  const { verdict, values } = each;
  if (verdict === 'no match' || isUnread(each)) return [];
  const left = values.length - mostValues;

  return [
    ...values.slice(0, mostValues).map((value) => labelled('', shownValue(value), column)),
    ...(left > 0 ? [labelled('', `and ${left} more values`, column)] : []),
    ...(values.length === 0 ? [labelled('', 'nothing is selected', column)] : []),
  ];
};
