import type { Case, Explanation, FilterPath } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { type Mark, underlined } from './caret.ts';
import { pathSpan } from './culprits.ts';
import { findingText } from './finding-text.ts';
import { missingFront } from './missing-front.ts';
import { otherNodes, testedLine } from './node-lines.ts';
import { isUnread } from './outcome.ts';
import { shortReason } from './reason.ts';
import { line, shownNames, shownValue } from './show.ts';
import { nearestMiss, type TestedNode, type Told, testedNodes } from './tested-nodes.ts';

type Compiled = Extract<Explanation, { compiles: true }>;

/** What a filter met in one payload: the expression with carets under what decided, and what is there instead. */
export const caseLines = (
  { expression }: Compiled,
  path: FilterPath,
  each: Case,
  document: unknown,
): readonly string[] => {
  const nodes = testedNodes(path, each);
  const front = nodes.length === 0 ? missingFront(path, document) : undefined;
  if (front !== undefined && each.verdict !== 'match')
    return [
      ...underlined(expression, [
        {
          span: front.span,
          text: `not there: ${visible(front.at)} has no property ${shownValue(front.property)}`,
        },
      ]),
      ...placeLines(front.at, front),
      ...valueLines(each),
      ...because(each),
    ];
  const holding = nodes.find((node) => node.holds);
  const raising = nodes.find(({ because: told }) => told.some(({ finding }) => finding.raises !== undefined));
  const missed = holding === undefined ? nearestMiss(nodes) : undefined;
  const shown = each.verdict === 'match' ? holding : each.raises === undefined ? missed : (raising ?? missed);

  return [
    ...underlined(expression, shown === undefined ? marksBehind(path, nodes, each) : marksOf(shown.because)),
    ...furtherMarks(shown),
    ...testedLine(path, nodes, each, shown),
    ...absenceLines(shown),
    ...otherNodes(nodes, shown, each),
    ...valueLines(each),
    ...because(each, nodes),
  ];
};

/** The most carets below one expression. */
const mostMarks = 6;

const marksOf = (told: readonly Told[]): readonly Mark[] =>
  told.slice(0, mostMarks).map(({ leaf, finding }) => ({
    span: finding.absence === undefined ? leaf.span : pathSpan(leaf),
    text: findingText(finding),
  }));

/** The predicate holds, and the steps behind it lead nowhere. */
const marksBehind = (
  { tree }: FilterPath,
  nodes: readonly TestedNode[],
  { verdict, raises }: Case,
): readonly Mark[] => {
  const predicate = tree.steps.find(({ kind }) => kind === 'predicate');
  if (predicate === undefined || nodes.length === 0 || verdict !== 'no match' || raises !== undefined)
    return [];

  return [{ span: [predicate.span[1], tree.span[1]], text: 'selects nothing' }];
};

const furtherMarks = (shown: TestedNode | undefined): readonly string[] => {
  const further = (shown?.because.length ?? 0) - mostMarks;

  return further > 0 ? [line('', `and ${further} more`)] : [];
};

const absenceLines = (shown: TestedNode | undefined): readonly string[] => {
  const absent = shown?.because.flatMap(({ finding: { absence } }) => absence ?? []) ?? [];
  const places = [...new Map(absent.map((absence) => [absence.at, absence])).values()];

  return [
    ...places.flatMap((absence) => placeLines(absence.at, absence)),
    ...absent.flatMap(({ elsewhere }) =>
      elsewhere === undefined ? [] : [line('near', `${visible(elsewhere)} holds exactly this value`)],
    ),
  ];
};

type Place = Readonly<{ type: string; has: readonly string[]; near?: string }>;

const placeLines = (at: string, { type, has, near }: Place): readonly string[] => [
  type === 'object'
    ? line('has', at === '$' ? shownNames(has) : `${visible(at)}: ${shownNames(has)}`)
    : line('is', `${visible(at)} is ${kinds[type] ?? `a ${type}`}`),
  // Names of one or two letters are near to everything.
  ...(near === undefined || near.length < 3
    ? []
    : [line('near', `${shownValue(near)} is spelled nearly like it`)]),
];

const kinds: Readonly<Record<string, string>> = {
  list: 'a list: a predicate on it, or [*], reaches its elements',
  null: 'null',
  absent: 'not there',
};

/** The most values that are shown. */
const mostValues = 3;

const valueLines = (each: Case): readonly string[] => {
  const { verdict, values } = each;
  if (verdict === 'no match' || isUnread(each)) return [];
  const label = verdict === 'match' ? 'selects' : 'value';
  if (values.length === 0) return [line(label, 'nothing')];

  return [
    ...values.slice(0, mostValues).map((value, index) => line(index === 0 ? label : '', shownValue(value))),
    ...(values.length > mostValues ? [line('', `and ${values.length - mostValues} more`)] : []),
  ];
};

/** Said where no caret says it. */
const because = (each: Case, nodes: readonly TestedNode[] = []): readonly string[] => {
  const isMarked = each.verdict === 'no match' && each.raises === undefined && nodes.length > 0;

  return isMarked && nodes.every((node) => !node.holds)
    ? []
    : [line('because', visible(shortReason(each, nodes)))];
};
