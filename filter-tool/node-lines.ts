import type { Case, FilterPath } from '../filters/index.ts';
import { visible } from '../reports/text.ts';
import { seenText } from './finding-text.ts';
import { line } from './show.ts';
import type { TestedNode } from './tested-nodes.ts';

/** Which nodes the predicate was tried on, and which of them the carets are about. */
export const testedLine = (
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

/** The most nodes that are told beside the one that is explained. */
const mostOthers = 5;

/** What the nodes have that did not hold either. */
export const otherNodes = (
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
