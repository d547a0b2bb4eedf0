import { type Case, compile, type Explanation } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { caseLines } from './case-text.ts';
import { compileText } from './compile-text.ts';
import { dialectTable } from './dialect-table.ts';
import { exitCodeOf, outcomes } from './outcome.ts';
import type { Payload } from './payload.ts';
import { labelled } from './show.ts';
import { suggestionLines } from './suggestions.ts';
import { summaryLines } from './summary.ts';
import { toldCase } from './told-case.ts';
import { shellNotes, warningLines } from './warning-text.ts';

/** The most payloads that are explained at length; the rest get a line each. */
const mostAtLength = 5;

/** The whole explanation of a filter on payloads, for people. */
export const explanationText = (explanation: Explanation, payloads: readonly Payload[]): string => {
  const exitCode = exitCodeOf(explanation);
  const compiled = compile(explanation.expression);
  if (!explanation.compiles || !compiled.ok)
    return explanation.compiles ? '' : compileText(explanation, exitCode);
  const several = payloads.length > 1;
  const atLength = explanation.cases.slice(0, mostAtLength).flatMap((each, index) => {
    const payload = payloads[index];
    return [
      ...(several ? [`${headline(each, payload)}  ${outcomes[each.verdict].tenant}`] : []),
      ...(several
        ? []
        : [`${outcomes[each.verdict].word}  ${outcomes[each.verdict].tenant}  (exit ${exitCode})`]),
      '',
      ...caseLines(explanation, compiled.path, each, payload?.value),
      '',
      ...readingLines(each),
      ...dialectTable(toldCase(compiled.path, each, payload?.value).dialects),
      '',
      ...spaced(suggestionLines(explanation, each, payload?.value)),
    ];
  });
  const further = explanation.cases
    .slice(mostAtLength)
    .map((each, index) => headline(each, payloads[mostAtLength + index]));

  return [
    ...spaced([
      ...shellNotes(explanation.expression),
      ...warningLines(explanation.expression, explanation.warnings),
    ]),
    ...atLength,
    ...spaced(further),
    ...(several ? summaryLines(explanation) : []),
    labelled('Next', 'keep what must and must not match as cases: npx isc-triggers filter test --help', 6),
    '',
  ].join('\n');
};

const headline = ({ verdict }: Case, payload: Payload | undefined): string =>
  `${outcomes[verdict].word}  ${visible(payload?.name ?? '')}`;

const spaced = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [...lines, '']);

/** Which reading a tenant uses is not published, so a filter should not depend on it. */
const readingLines = ({ readings }: Case): readonly string[] =>
  readings.differ
    ? [
        `Readings  default: ${readings.default}; with exceptions suppressed: ${readings.suppressed}. Which one a tenant uses is not published.`,
        ...(readings.agreeing === undefined
          ? []
          : [labelled('', `Both agree here on ${visible(readings.agreeing)}`, 10)]),
        '',
      ]
    : [];
