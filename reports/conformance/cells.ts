import type { Clause } from '../../contracts/clauses/clause.ts';
import { type Cell, cells } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { TestRecord, ViolationRecord } from '../record.ts';
import type { CellResult, Outcome, TargetInfo } from './report.ts';
import { notPlanned, oneSkip } from './unjudged.ts';

export type CellOptions = Readonly<{
  clauses: Readonly<Record<string, Clause>>;
  apiVersions: readonly ApiVersion[];
  /** No request to a tenant provokes a fault. */
  kind: TargetInfo['kind'];
  selection?: string;
}>;

type Finding = Readonly<{ outcome: Outcome; reason?: string; setting?: string; capability?: string }>;

/**
 * The 64 cells of each version. A cell has passed only where a passing test that declares it saw the status,
 * or was refused with another one and warned of it.
 */
export const cellResults = (records: readonly TestRecord[], options: CellOptions): readonly CellResult[] =>
  options.apiVersions.flatMap((apiVersion) => {
    const ofVersion = records.filter((record) => record.apiVersion === apiVersion);

    return cells.map((cell) => ({ apiVersion, ...cell, ...finding(cell, ofVersion, options) }));
  });

const finding = (cell: Cell, records: readonly TestRecord[], options: CellOptions): Finding => {
  const declaring = records.filter(({ cells: declared }) => declared.some((one) => same(one, cell)));

  return (
    broken(cell, records, declaring, options) ??
    kept(cell, declaring, options) ??
    inError(declaring) ??
    notSeen(cell, declaring) ?? {
      outcome: 'skipped',
      ...notPlanned(options.selection, options.kind === 'tenant' && cell.provokedBy === 'fault'),
    }
  );
};

const broken = (
  cell: Cell,
  records: readonly TestRecord[],
  declaring: readonly TestRecord[],
  options: CellOptions,
): Finding | undefined => {
  const clauses = records.flatMap((record) =>
    record.violations
      .filter(({ level }) => level === 'must')
      .filter((violation) => concerns(violation, cell, declaring.includes(record), options))
      .map(({ clause }) => clause),
  );

  return clauses.length === 0
    ? undefined
    : { outcome: 'failed', reason: `broken: ${[...new Set(clauses)].join(', ')}` };
};

const kept = (cell: Cell, declaring: readonly TestRecord[], options: CellOptions): Finding | undefined => {
  const passing = declaring.filter(({ outcome }) => outcome === 'passed');
  const seen = passing.some(({ exchanges }) => exchanges.some((exchange) => same(exchange, cell)));
  const warnings = passing.flatMap(({ violations }) => violations);
  const warning = seen
    ? warnings.find((one) => concerns(one, cell, false, options))
    : warnings.find((one) => refuses(one, cell) && concerns(one, cell, true, options));

  if (warning !== undefined) {
    return { outcome: 'passed', reason: `warning: ${warning.clause}: ${warning.seen}` };
  }
  return seen ? { outcome: 'passed' } : undefined;
};

/** A refusal with another status than the documented one is still a refusal; an answer that accepts is none. */
const refuses = ({ exchange }: ViolationRecord, cell: Cell): boolean =>
  isRefusal(cell.status) && exchange !== undefined && isRefusal(exchange.response.status);

const isRefusal = (status: number): boolean => status >= 400 && status < 500;

const inError = (declaring: readonly TestRecord[]): Finding | undefined => {
  const error = declaring.find(({ outcome }) => outcome === 'error');
  if (error !== undefined) return { outcome: 'error', reason: error.error ?? 'its test could not judge' };

  const failed = declaring.find(({ outcome }) => outcome === 'failed');
  const clause = failed?.violations.find(({ level }) => level === 'must')?.clause;
  if (failed === undefined) return undefined;
  return { outcome: 'error', reason: `its test stopped at another promise: ${clause ?? failed.title}` };
};

const notSeen = (cell: Cell, declaring: readonly TestRecord[]): Finding | undefined => {
  const skip = oneSkip(declaring);
  if (skip !== undefined) return { outcome: 'skipped', ...skip };

  return declaring.length === 0
    ? undefined
    : {
        outcome: 'skipped',
        capability: 'not-seen',
        reason: `its specs passed, and the target never answered ${cell.status}`,
      };
};

/** A violation that names no documented status of its operation concerns each cell that its test declares. */
const concerns = (
  violation: ViolationRecord,
  cell: Cell,
  declared: boolean,
  { clauses }: CellOptions,
): boolean => {
  if (violation.operation !== cell.operation) return false;

  const status = violation.status ?? clauses[violation.clause]?.status;
  const documented = cells.some((one) => one.operation === violation.operation && one.status === status);
  return documented ? status === cell.status : declared;
};

const same = (a: Pick<Cell, 'operation' | 'status'>, b: Pick<Cell, 'operation' | 'status'>): boolean =>
  a.operation === b.operation && a.status === b.status;
