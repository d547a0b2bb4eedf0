import { counted, oneLine } from '../text.ts';
import type { ConformanceReport } from './report.ts';
import { judged } from './totals.ts';

/** A verdict in words, for every format that says it. */
export type VerdictWords = Readonly<{
  /** What decides it: `1 clause broken`. */
  headline: string;
  /** What reads on from the headline: other counts, what the run made and left. */
  details: string;
  /** What keeps a reader from taking it for more than it is. */
  note?: string;
  /** One next step. */
  next: string;
}>;

export const verdictWords = (report: ConformanceReport): VerdictWords => {
  const note = noteOf(report);

  return {
    ...summaries[report.verdict](report),
    ...(note !== undefined && { note }),
    next: nextStep(report),
  };
};

type Summary = Pick<VerdictWords, 'headline' | 'details'>;

const summaries = {
  PASS: (report: ConformanceReport): Summary => {
    const { cells, clauses } = report.totals;
    const provoked = `(${cells.judgedByRequest} by request, ${cells.judgedByFault} by fault)`;

    return {
      headline: `${judged(cells)} of ${cells.total} cells ${provoked}, ${judged(clauses)} of ${clauses.total} clauses`,
      details: `${cells.skipped} skipped, ${waived(report)}${guest(report)}`,
    };
  },
  FAIL: (report: ConformanceReport): Summary => {
    const { cells } = report.totals;
    const unjudged = cells.error > 0 ? `, ${cells.error} could not be judged` : '';

    return {
      headline: failures(report),
      details: `${counted(cells.passed, 'cell')} kept, ${cells.failed} broken, ${cells.skipped} skipped${unjudged}; ${waived(report)}${guest(report)}`,
    };
  },
  INCOMPLETE: (report: ConformanceReport): Summary => {
    const { cells, clauses } = report.totals;

    return {
      headline: inWords(report.reasons),
      details: `${judged(cells)} of ${cells.total} cells, ${judged(clauses)} of ${clauses.total} clauses, ${waived(report)}${guest(report)}`,
    };
  },
} as const;

const failures = ({ totals: { clauses, broken, stale } }: ConformanceReport): string =>
  [
    ...(broken > 0 ? [`${counted(clauses.failed, 'clause')} broken`] : []),
    ...(stale > 0 ? [`${counted(stale, 'waiver')} stale`] : []),
  ].join(', ');

/** A waived promise is a broken one that somebody answers for: no verdict is silent about it. */
const waived = ({ totals }: ConformanceReport): string =>
  totals.waived === 0 ? '' : `${counted(totals.waived, 'broken promise')} waived, `;

/** What the run made, removed and left. */
const guest = ({ conditions: { created, removed }, leftovers }: ConformanceReport): string =>
  [
    ...(created === undefined || removed === undefined || created === 0
      ? []
      : [`${created} created`, `${removed} removed`]),
    counted(leftovers.length, 'leftover'),
  ].join(', ');

const noteOf = ({ verdict, target, reasons }: ConformanceReport): string | undefined => {
  if (verdict === 'PASS' && target.kind === 'mock')
    return "Judged the suite's own mock: this checkout works. It says nothing about a tenant.";

  return verdict === 'FAIL' && reasons.length > 0 ? `Not complete either: ${inWords(reasons)}` : undefined;
};

const inWords = (reasons: readonly string[]): string => reasons.map((reason) => oneLine(reason)).join('; ');

const nextStep = (report: ConformanceReport): string => {
  const { verdict, target, exitCode, tests, skipped, totals, leftovers } = report;
  if (totals.stale > 0 && totals.broken === 0)
    return 'remove the stale waivers from their file, then: npx isc-triggers gate';
  if (verdict === 'FAIL') {
    return target.kind === 'mock'
      ? 'rerun the clause; the mock or the spec of this checkout is wrong'
      : 'rerun the clause; if it stays red, report it to the vendor and waive it in waivers.yaml with an expiry';
  }
  if (leftovers.length > 0) return 'npx isc-triggers janitor';
  if (exitCode === 130) return 'npx isc-triggers gate';
  if (verdict === 'INCOMPLETE') {
    return tests.planned === 0
      ? 'npx isc-triggers gate --help shows what can be selected'
      : target.kind === 'mock'
        ? 'see what stopped the specs in the report, then: npx isc-triggers gate'
        : 'npx isc-triggers doctor';
  }
  if (target.kind === 'mock') {
    return 'put a sandbox tenant into .env (see .env.example), then: npx isc-triggers doctor';
  }
  const more = skipped.find(({ setting, cells }) => setting !== undefined && cells.length > 0);

  return more === undefined
    ? 'the other versions: npx isc-triggers gate --api-version all'
    : `to judge ${counted(more.cells.length, 'cell')} more: ${more.setting}`;
};
