import type { Clause } from '../../contracts/clauses/clause.ts';
import type { ListedSpec } from '../../gate/listed-specs.ts';

/** The page that lists every clause with its specs, for `docs/clauses.md`. */
export const clausesPage = (
  clauses: Readonly<Record<string, Clause>>,
  specs: readonly ListedSpec[],
): string => {
  const blocks = Object.entries(clauses).map(([id, clause]) => block(id, clause, specs));

  return [
    '# Clauses',
    '',
    'Every promise that the gate judges, and the specs that judge it. Made by `npm run generate`; do not edit.',
    '`must` is documented and fails a tenant, `should` warns. `npx isc-triggers gate --clause ID` judges one of them.',
    '',
    ...blocks,
  ].join('\n');
};

const block = (
  id: string,
  { level, statement, operation, status, source }: Clause,
  specs: readonly ListedSpec[],
): string => {
  const judging = specs.filter(({ clauses }) => clauses.includes(id));
  const titles = new Map<string, string[]>();
  for (const { file, title } of judging) titles.set(file, [...(titles.get(file) ?? []), title]);
  const operations = [operation].flat();
  const where = operations.length === 10 ? 'every operation' : operations.join(', ');

  return [
    `## ${id}`,
    '',
    `${statement}`,
    '',
    `${level} · ${where}${status === undefined ? '' : ` · ${status}`} · source: ${source}`,
    '',
    ...(judging.length > 0
      ? [...titles].map(([file, each]) => `- \`specs/${file}\`: ${each.join('; ')}`)
      : [id.startsWith('exchange.') ? '- judged at every exchange of every spec' : '- no spec yet']),
    '',
  ].join('\n');
};
