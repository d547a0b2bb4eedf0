import { type Finding, fingerprintOf } from '../health/finding.ts';
import type { DatedFinding } from '../health/health-report.ts';
import type { KeptFinding, NightHead } from './night.ts';
import type { At, History } from './store/history.ts';

/** `began`: when it began, where that is before the night that tells of it; ISO 8601 UTC. */
export type BegunFinding = Finding & Readonly<{ began?: string }>;

type Tonight = Readonly<{
  findings: readonly BegunFinding[];
  /** ISO 8601 UTC. */
  taken: string;
  /** The whole tenant was read. Of a part of it, nothing can be said to be resolved. */
  whole: boolean;
  /** Fingerprints that somebody answers for, and the day until whose end they do, `2026-06-30`. */
  acknowledged: ReadonlyMap<string, string>;
}>;

/**
 * What earlier nights make of tonight's findings: new or known, since when, and what is resolved. A night that was read
 * in part adds to what stands and takes nothing from it.
 */
export const datedFindings = (
  { findings, taken, whole, acknowledged }: Tonight,
  history: Pick<History, 'nights' | 'findings'>,
): readonly DatedFinding[] => {
  const before = standing(history);
  const tonight = findings.map(({ began, ...finding }): DatedFinding => {
    const fingerprint = fingerprintOf(finding);
    const known = before.get(fingerprint);
    const until = acknowledged.get(fingerprint);

    return {
      ...finding,
      fingerprint,
      state: known === undefined ? 'new' : 'known',
      since: known?.since ?? began ?? taken,
      ...(until !== undefined && { acknowledged: until }),
    };
  });
  const there = new Set(tonight.map(({ fingerprint }) => fingerprint));

  return [
    ...tonight,
    ...(whole ? [...before.values()] : [])
      .filter(({ fingerprint }) => !there.has(fingerprint))
      .map((finding): DatedFinding => ({ ...finding, state: 'resolved' })),
  ];
};

/** What stood after the last night, by fingerprint. */
export const standing = ({
  nights,
  findings,
}: Pick<History, 'nights' | 'findings'>): ReadonlyMap<string, KeptFinding> => {
  const from = nights.findLast(({ whole }: NightHead) => whole)?.taken ?? '';

  return new Map(
    findings
      .filter(({ taken }) => taken >= from)
      .map(({ taken: _, ...finding }: KeptFinding & At) => [finding.fingerprint, finding]),
  );
};
