import type { Case, FilterPath } from '../filters/index.ts';
import { findingText } from './finding-text.ts';
import { missingFront } from './missing-front.ts';
import { shownValue } from './show.ts';
import { nearestMiss, type TestedNode, testedNodes } from './tested-nodes.ts';

/** The one sentence behind a verdict: of no match, what is wrong with the node that comes nearest. */
export const reasonOf = (path: FilterPath, each: Case, document: unknown): string => {
  const nodes = testedNodes(path, each);
  const [first] = nearestMiss(nodes)?.because ?? [];
  if (each.verdict !== 'no match' || first === undefined || nodes.some((node) => node.holds))
    return shortReason(each, nodes) + missing(path, each, document);

  return `${first.finding.node}, ${first.finding.test}: ${findingText(first.finding)}`;
};

/** Of all nodes together. The predicate may hold, and what follows it select nothing. */
export const shortReason = ({ verdict, because, raises }: Case, nodes: readonly TestedNode[]): string => {
  const holding = nodes.find((node) => node.holds);
  if (verdict !== 'no match' || holding === undefined || raises !== undefined) return because;

  return `the first predicate holds for ${holding.path}, and what follows it selects nothing`;
};

const missing = (path: FilterPath, { verdict, findings }: Case, document: unknown): string => {
  const front = verdict === 'match' || findings.length > 0 ? undefined : missingFront(path, document);

  return front === undefined ? '' : `: ${front.at} has no property ${shownValue(front.property)}`;
};
