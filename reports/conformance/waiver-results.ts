import type { Clause } from '../../contracts/clauses/clause.ts';
import { fingerprint } from './fingerprint.ts';
import type { JudgedRecord } from './judged-record.ts';
import type { CellResult, ViolationResult, WaiverResult } from './report.ts';
import { cellName, covers, isInForce, type Waiver } from './waiver.ts';

export type Judged = Readonly<{
  clauses: Readonly<Record<string, Clause>>;
  records: readonly JudgedRecord[];
  violations: readonly ViolationResult[];
  cells: readonly CellResult[];
  runId: string;
  /** As typed: `--clause triggers.list`. */
  selection?: string;
}>;

/** Which waivers a run needed, and which are of something that is kept again. */
export const waiverResults = (waivers: readonly Waiver[], judged: Judged): readonly WaiverResult[] =>
  waivers.map((waiver) => {
    const violations = coveredBy(waiver, judged);
    const outcome = violations.length > 0 ? 'waived' : isKept(waiver, judged) ? 'stale' : 'skipped';

    return { ...waiver, outcome, violations };
  });

/** Fingerprints, in the order of the report. */
const coveredBy = (waiver: Waiver, { clauses, records, violations, runId }: Judged): readonly string[] => {
  const covered = new Set(
    records.flatMap((test) =>
      test.violations
        .filter((violation) => covers(waiver, violation, test, clauses))
        .map((violation) => fingerprint(violation, runId)),
    ),
  );

  return violations.flatMap(({ level, fingerprint: id }) => (level === 'must' && covered.has(id) ? id : []));
};

/** Kept, as far as it can be told: by all its specs, in a run that was to judge all of them. */
const isKept = (waiver: Waiver, judged: Judged): boolean =>
  isWhole(waiver, judged.selection) &&
  ('clause' in waiver
    ? isClauseKept(waiver, waiver.clause, judged)
    : isCellKept(waiver, waiver.cell, judged));

/** A part of the specs may leave out just the one that sees the promise broken. */
const isWhole = (waiver: Waiver, selection: string | undefined): boolean =>
  selection === undefined ||
  selection ===
    ('clause' in waiver ? `--clause ${waiver.clause}` : `--operation ${waiver.cell.split(' ')[0]}`);

const isClauseKept = (waiver: Waiver, clause: string, { records }: Judged): boolean => {
  const inForce = records.filter(({ apiVersion }) => isInForce(waiver, apiVersion));
  const declaring = inForce.filter(({ clauses }) => clauses.includes(clause));
  if (declaring.length > 0) return declaring.every(({ outcome }) => outcome === 'passed');

  // What is judged at every exchange is no spec's own: all of them look at it.
  const ran = inForce.filter(({ outcome }) => outcome !== 'skipped');
  return (
    ran.some(({ judged = [] }) => judged.includes(clause)) && ran.every(({ outcome }) => outcome === 'passed')
  );
};

const isCellKept = (waiver: Waiver, cell: string, { records, cells }: Judged): boolean => {
  const declaring = records.filter(
    (record) =>
      isInForce(waiver, record.apiVersion) && record.cells.some((declared) => cellName(declared) === cell),
  );
  const results = cells.filter((one) => isInForce(waiver, one.apiVersion) && cellName(one) === cell);

  return (
    declaring.every(({ outcome }) => outcome === 'passed') &&
    results.length > 0 &&
    results.every(({ outcome }) => outcome === 'passed')
  );
};
