import type { CellResult, ConformanceReport, ViolationResult } from '../report.ts';

/** Where in the page things stand: their ids, short and without a tenant's text. */
export type Links = Readonly<{
  cell: (cell: Pick<CellResult, 'apiVersion' | 'operation' | 'status'>) => string;
  clause: (id: string) => string | undefined;
  spec: (id: string) => string | undefined;
  violation: (violation: ViolationResult) => string;
  /** The violations with that fingerprint. */
  found: (fingerprint: string) => readonly ViolationResult[];
}>;

export const linksOf = ({ specs, clauses, violations }: ConformanceReport): Links => {
  const specNumbers = new Map(specs.map(({ id }, index) => [id, `spec-${index + 1}`]));
  const clauseIds = new Map(clauses.map(({ id }) => [id, `clause-${id}`]));
  const numbers = new Map(violations.map((violation, index) => [violation, `violation-${index + 1}`]));
  const byFingerprint = new Map<string, ViolationResult[]>();
  for (const violation of violations) {
    const others = byFingerprint.get(violation.fingerprint);
    if (others === undefined) byFingerprint.set(violation.fingerprint, [violation]);
    else others.push(violation);
  }

  return {
    cell: ({ apiVersion, operation, status }) => `cell-${apiVersion}-${operation}-${status}`,
    clause: (id) => clauseIds.get(id),
    spec: (id) => specNumbers.get(id),
    violation: (violation) => numbers.get(violation) ?? '',
    found: (fingerprint) => byFingerprint.get(fingerprint) ?? [],
  };
};
