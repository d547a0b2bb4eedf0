import type { Clause } from '../../contracts/clauses/clause.ts';
import { type Cell, cells } from '../../contracts/operations.ts';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { ViolationRecord } from '../record.ts';
import { concerns } from './concerns.ts';
import type { JudgedRecord } from './judged-record.ts';
import type { CellResult, Outcome, TargetInfo } from './report.ts';
import { notPlanned, oneSkip, stoppedAtWaived } from './unjudged.ts';

export type CellOptions = Readonly<{
  clauses: Readonly<Record<string, Clause>>;
  apiVersions: readonly ApiVersion[];
  /** No request to a tenant provokes a fault. */
  kind: TargetInfo['kind'];
  selection?: string;
  /** Whether somebody answers for a broken promise. */
  isWaived: (violation: ViolationRecord) => boolean;
}>;

type Finding = Readonly<{ outcome: Outcome; reason?: string; setting?: string; capability?: string }>;

/**
 * The 64 cells of each version. A cell has passed only where a passing test that declares it saw the status,
 * or was refused with another one and warned of it.
 */
export const cellResults = (records: readonly JudgedRecord[], options: CellOptions): readonly CellResult[] =>
  options.apiVersions.flatMap((apiVersion) => {
    const ofVersion = records.filter((record) => record.apiVersion === apiVersion);

    return cells.map((cell) => ({ apiVersion, ...cell, ...finding(cell, ofVersion, options) }));
  });

const finding = (cell: Cell, records: readonly JudgedRecord[], options: CellOptions): Finding => {
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
  records: readonly JudgedRecord[],
  declaring: readonly JudgedRecord[],
  options: CellOptions,
): Finding | undefined => {
  const violations = records.flatMap((record) =>
    record.violations
      .filter(({ level }) => level === 'must')
      .filter((violation) => concerns(violation, cell, declaring.includes(record), options.clauses)),
  );
  if (violations.length === 0) return undefined;
  const open = violations.filter((violation) => !options.isWaived(violation));

  return open.length === 0
    ? { outcome: 'waived', reason: `broken and waived: ${clausesOf(violations)}` }
    : { outcome: 'failed', reason: `broken: ${clausesOf(open)}` };
};

const clausesOf = (violations: readonly ViolationRecord[]): string =>
  [...new Set(violations.map(({ clause }) => clause))].join(', ');

const kept = (cell: Cell, declaring: readonly JudgedRecord[], options: CellOptions): Finding | undefined => {
  const passing = declaring.filter(({ outcome }) => outcome === 'passed');
  const seen = passing.some(({ exchanges }) => exchanges.some((exchange) => same(exchange, cell)));
  const warnings = passing.flatMap(({ violations }) => violations);
  const warning = seen
    ? warnings.find((one) => concerns(one, cell, false, options.clauses))
    : warnings.find((one) => refuses(one, cell) && concerns(one, cell, true, options.clauses));

  if (warning !== undefined) {
    return { outcome: 'passed', reason: `warning: ${warning.clause}: ${warning.seen}` };
  }
  return seen ? { outcome: 'passed' } : undefined;
};

/** A refusal with another status than the documented one is still a refusal; an answer that accepts is none. */
const refuses = ({ exchange }: ViolationRecord, cell: Cell): boolean =>
  isRefusal(cell.status) && exchange !== undefined && isRefusal(exchange.response.status);

const isRefusal = (status: number): boolean => status >= 400 && status < 500;

const inError = (declaring: readonly JudgedRecord[]): Finding | undefined => {
  const error = declaring.find(({ outcome }) => outcome === 'error');
  if (error !== undefined) return { outcome: 'error', reason: error.error ?? 'its test could not judge' };

  const failed = declaring.find(({ outcome }) => outcome === 'failed');
  const clause = failed?.violations.find(({ level }) => level === 'must')?.clause;
  if (failed === undefined) return undefined;
  return { outcome: 'error', reason: `its test stopped at another promise: ${clause ?? failed.title}` };
};

const notSeen = (cell: Cell, declaring: readonly JudgedRecord[]): Finding | undefined => {
  const skip = stoppedAtWaived(declaring) ?? oneSkip(declaring);
  if (skip !== undefined) return { outcome: 'skipped', ...skip };

  return declaring.length === 0
    ? undefined
    : {
        outcome: 'skipped',
        capability: 'not-seen',
        reason: `its specs passed, and the target never answered ${cell.status}`,
      };
};

const same = (a: Pick<Cell, 'operation' | 'status'>, b: Pick<Cell, 'operation' | 'status'>): boolean =>
  a.operation === b.operation && a.status === b.status;
