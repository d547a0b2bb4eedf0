import { type Room, roomFor } from '../../render/room.ts';
import type { CellResult, ClauseResult, ConformanceReport, SpecResult, ViolationResult } from '../report.ts';
import { cellBlocks } from './cells.ts';
import { clauseBlocks } from './clauses.ts';
import { type Links, linksTo, placesOf } from './links.ts';
import { specBlocks } from './specs.ts';
import { violationBlocks } from './violation.ts';
import { worstFirst } from './words.ts';

/** What the lists may take together, and all but the last at most; the rest of the page is small. */
const allBytes = 2_700_000;
const mostBytes = { violations: 1_400_000, cells: 600_000, clauses: 400_000 };

/** What there is room for, settled before anything links to it. */
export type Layout = Readonly<{
  violations: Room<ViolationResult>;
  cells: Room<CellResult>;
  clauses: Room<ClauseResult>;
  specs: Room<SpecResult>;
  links: Links;
}>;

export const layoutOf = (report: ConformanceReport): Layout => {
  const places = placesOf(report);
  // Links to everything: the room that is measured is never less than what is used.
  const all = linksTo(places, () => true);
  const violations = roomFor(report.violations, mostBytes.violations, violationBlocks(all));
  const cells = roomFor(worstFirst(report.cells), mostBytes.cells, cellBlocks(report, all));
  const clauses = roomFor(worstFirst(report.clauses), mostBytes.clauses, clauseBlocks(report, all));
  const rest = allBytes - violations.used - cells.used - clauses.used;
  const specs = roomFor(worstFirst(report.specs), rest, specBlocks(report, all));
  const there = new Set([
    ...shown(violations).map(places.violation),
    ...shown(cells).map(places.cell),
    ...shown(clauses).map(({ id }) => places.clause(id)),
    ...shown(specs).map(({ id }) => places.spec(id)),
  ]);

  return { violations, cells, clauses, specs, links: linksTo(places, (place) => there.has(place)) };
};

const shown = <Item>({ full, brief }: Room<Item>): readonly Item[] => [...full, ...brief];
