import type { Case, Explanation, FilterPath } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { type Mark, underlined } from './caret.ts';
import { pathSpan } from './culprits.ts';
import { findingText, seenText } from './finding-text.ts';
import { missingFront } from './missing-front.ts';
import { shortReason } from './reason.ts';
import { labelled, shownNames, shownValue } from './show.ts';
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
    ...testedLine(path, nodes, each, shown),
    ...absenceLines(shown),
    ...otherNodes(nodes, shown, each),
    ...valueLines(each),
    ...because(each, nodes),
  ];
};

const indent = 10;

const line = (label: string, text: string): string => labelled(`  ${label}`, text, indent);

const marksOf = (told: readonly Told[]): readonly Mark[] =>
  told.map(({ leaf, finding }) => ({
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

const testedLine = (
  { tree }: FilterPath,
  nodes: readonly TestedNode[],
  { furtherNodes }: Case,
  shown: TestedNode | undefined,
): readonly string[] => {
  const [first] = nodes;
  if (first === undefined) return [];
  const count = nodes.length + furtherNodes;
  if (count === 1)
    return [
      line(
        'tested',
        first.path.endsWith(']')
          ? `${visible(first.path)}, the only element`
          : `${visible(first.path)}, an object: Jayway tests the object itself, not its members`,
      ),
    ];
  const holding = nodes.filter((node) => node.holds).length;
  const more = furtherNodes > 0 ? ` of the first ${nodes.length}` : '';
  const near = shown === undefined || shown.holds ? '' : `; ${visible(shown.path)} comes nearest`;
  const scanned = tree.steps.some(({ kind }) => kind === 'scan') ? 'places' : 'elements';

  return [line('tested', `${count} ${scanned}, each by itself: it holds for ${holding}${more}${near}`)];
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
  ...(near === undefined ? [] : [line('near', `${shownValue(near)} is spelled nearly like it`)]),
];

const kinds: Readonly<Record<string, string>> = {
  list: 'a list: a predicate on it, or [*], reaches its elements',
  null: 'null',
  absent: 'not there',
};

/** The most nodes that are told beside the one that is explained. */
const mostOthers = 5;

const otherNodes = (
  nodes: readonly TestedNode[],
  shown: TestedNode | undefined,
  { verdict, furtherNodes }: Case,
): readonly string[] => {
  if (verdict !== 'no match' || nodes.some((node) => node.holds)) return [];
  const others = nodes.filter((node) => node !== shown && !node.holds);
  const left = others.length - mostOthers + furtherNodes;

  return [
    ...others
      .slice(0, mostOthers)
      .map(({ path, because: told }, index) =>
        line(
          index === 0 ? 'others' : '',
          `${visible(path)}  ${told.map(({ finding }) => seenText(finding)).join('; ')}`,
        ),
      ),
    ...(others.length > mostOthers ? [line('', `and ${left} more (--json tells of the first 20)`)] : []),
  ];
};

/** The most values that are shown. */
const mostValues = 3;

const valueLines = ({ verdict, values }: Case): readonly string[] => {
  if (verdict === 'no match') return [];
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
