import { type Case, compile, type Explanation, explain } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { labelled } from './show.ts';

type Compiled = Extract<Explanation, { compiles: true }>;

/** The most spellings that are offered. */
const most = 3;

/** Other spellings of the filter that its notes offer, each with what it gives on the payload. */
export const suggestionLines = (
  { expression, warnings }: Compiled,
  { notes, findings, readings }: Case,
  document: unknown,
): readonly string[] => {
  const offered = [
    ...notes.flatMap((note) => note.try ?? []),
    ...findings.flatMap(({ span: [start, end], notes: own }) =>
      own.flatMap((note) =>
        note.try === undefined ? [] : [expression.slice(0, start) + note.try + expression.slice(end)],
      ),
    ),
    ...warnings.flatMap((note) => note.try ?? []),
  ];
  const distinct = [...new Set(offered)].filter(
    (spelling) => spelling !== readings.agreeing && spelling !== expression && compile(spelling).ok,
  );

  return distinct
    .slice(0, most)
    .flatMap((spelling, index) => [
      labelled(index === 0 ? 'Try' : '', visible(spelling), 6),
      ...effect(spelling, document).map((line) => labelled('', line, 6)),
    ]);
};

const effect = (spelling: string, document: unknown): readonly string[] => {
  const explanation = explain(spelling, document);
  const [only] = explanation.compiles ? explanation.cases : [];
  if (only === undefined) return [];
  const others = only.dialects[1]?.verdict;

  return [
    says[only.verdict],
    ...(only.verdict !== 'unknown' && (others === 'match' || others === 'no match') && others !== only.verdict
      ? [`Tools of the other dialects say "${others}" to it on this event. The tenant follows Jayway.`]
      : []),
  ];
};

const says = {
  match: 'Matches here.',
  'no match': 'Does not match here.',
  unknown: 'Cannot be told here either.',
} as const;
