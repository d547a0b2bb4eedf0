import { type Case, compile, type Explanation, explain, type Verdict } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { labelled } from './show.ts';

type Compiled = Extract<Explanation, { compiles: true }>;

/** The most spellings that are offered. */
const most = 3;

/** Other spellings that the notes of a filter offer, each with what it gives; beside a mismatch, those that match. */
export const suggestionLines = (
  { expression, warnings }: Compiled,
  { verdict, notes, findings, readings }: Case,
  document: unknown,
): readonly string[] => {
  const offered = [
    ...notes.flatMap((note) => (note.try === undefined ? [] : [forEveryElement(note.try)])),
    ...findings.flatMap(({ span: [start, end], notes: own }) =>
      own.flatMap((note) =>
        note.try === undefined ? [] : [expression.slice(0, start) + note.try + expression.slice(end)],
      ),
    ),
    ...warnings.flatMap((note) => note.try ?? []),
  ];
  const distinct = [...new Set(offered)].filter(
    (spelling) =>
      spelling !== readings.agreeing &&
      spelling !== expression &&
      (verdict === 'match' ? compile(spelling).ok : verdictOn(spelling, document) === 'match'),
  );

  return distinct
    .slice(0, most)
    .flatMap((spelling, index) => [
      labelled(index === 0 ? 'Try' : '', visible(spelling), 6),
      ...effect(spelling, document).map((line) => labelled('', line, 6)),
    ]);
};

/** The place of a value that was found in one element is asked of every element. */
const forEveryElement = (spelling: string): string => {
  const predicate = spelling.indexOf('[?(');

  return spelling.slice(0, predicate).replace(/\[\d+\]/g, '[*]') + spelling.slice(predicate);
};

const verdictOn = (spelling: string, document: unknown): Verdict | undefined => {
  const explanation = explain(spelling, document);

  return explanation.compiles ? explanation.cases[0]?.verdict : undefined;
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
