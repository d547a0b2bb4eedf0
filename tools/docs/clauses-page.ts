import type { Clause } from '../../contracts/clauses/clause.ts';
import type { Statement } from '../../contracts/documented/index.ts';
import type { ListedSpec } from '../../gate/listed-specs.ts';
import type { Mutant, Variant } from '../../mock/faults/index.ts';

export type Traced = Readonly<{
  clauses: Readonly<Record<string, Clause>>;
  specs: readonly ListedSpec[];
  mutants: readonly Mutant[];
  variants: readonly Variant[];
  statements: readonly Statement[];
}>;

/** The page that traces clauses to specs and faults, and documented statements to clauses: `docs/clauses.md`. */
export const clausesPage = (traced: Traced): string =>
  [
    '# Clauses',
    '',
    'Every promise that the gate judges: the specs that judge it, the mutants that break it and the variants that only seem to.',
    '`must` is documented and fails a tenant, `should` warns. `npx isc-triggers gate --clause ID` judges one of them.',
    'Made by `npm run generate`; do not edit. [What is documented](#what-is-documented), and by which clauses it is held, stands at the end.',
    '',
    ...Object.entries(traced.clauses).map(([id, clause]) => block(id, clause, traced)),
    ...documented(traced.statements),
  ].join('\n');

const block = (
  id: string,
  { level, statement, operation, status, source }: Clause,
  { specs, mutants, variants }: Traced,
): string => {
  const operations = [operation].flat();
  const where = operations.length === 10 ? 'every operation' : operations.join(', ');

  return [
    `## ${id}`,
    '',
    `${statement}`,
    '',
    `${level} · ${where}${status === undefined ? '' : ` · ${status}`} · source: ${source}`,
    '',
    ...specLines(id, specs),
    ...idLine(
      'mutants',
      mutants.filter(({ breaks }) => breaks === id),
    ),
    ...idLine(
      'variants',
      variants.filter(({ touches }) => touches.some((touched) => touched === id)),
    ),
    '',
  ].join('\n');
};

const specLines = (id: string, specs: readonly ListedSpec[]): readonly string[] => {
  const titles = new Map<string, string[]>();
  for (const { file, title, clauses } of specs) {
    if (clauses.includes(id)) titles.set(file, [...(titles.get(file) ?? []), title]);
  }
  if (titles.size > 0) return [...titles].map(([file, each]) => `- \`specs/${file}\`: ${each.join('; ')}`);

  return [id.startsWith('exchange.') ? '- judged at every exchange of every spec' : '- no spec yet'];
};

const idLine = (kind: string, faults: readonly Readonly<{ id: string }>[]): readonly string[] =>
  faults.length === 0 ? [] : [`- ${kind}: ${faults.map(({ id }) => id).join(', ')}`];

const documented = (statements: readonly Statement[]): readonly string[] => [
  '## What is documented',
  '',
  '| topic | what the vendor says | held by |',
  '|---|---|---|',
  ...statements.map((statement) => {
    const held = 'clauses' in statement ? statement.clauses.join(', ') : `no clause: ${statement.noClause}`;

    return `| ${statement.topic} | ${statement.says} | ${held} |`;
  }),
  '',
];
