import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { clausesPage } from './clauses-page.ts';

const clause = { level: 'must', operation: 'listTriggers', status: 200, source: 'guide' } as const;

const page = clausesPage({
  clauses: {
    'triggers.list': { ...clause, statement: 'Triggers are listed.' },
    'triggers.unique': { ...clause, statement: 'Each is listed once.' },
  },
  specs: [
    { title: 'lists them', file: 'triggers/list.spec.ts', clauses: ['triggers.list'], cells: [], needs: [] },
  ],
  mutants: [{ id: 'one-trigger-less', breaks: 'triggers.list', apply: () => undefined }],
  variants: [
    {
      id: 'one-trigger-more',
      manner: 'It has more.',
      touches: ['triggers.list'],
      source: 'guide',
      apply: () => undefined,
    },
  ],
  statements: [
    { topic: 'triggers', says: 'There are triggers.', found: 'x', clauses: ['triggers.list'] },
    { topic: 'triggers', says: 'There may be more.', found: 'y', noClause: 'It is no promise.' },
  ],
});

test('a clause is traced to its specs, mutants and variants', () => {
  expect(page).toContain('- `specs/triggers/list.spec.ts`: lists them\n');
  expect(page).toContain('- mutants: one-trigger-less\n');
  expect(page).toContain('- variants: one-trigger-more\n');
});

test('a statement is traced to its clauses, or to why there is none', () => {
  expect(page).toContain('| triggers | There are triggers. | triggers.list |');
  expect(page).toContain('| triggers | There may be more. | no clause: It is no promise. |');
});

test('a clause that no spec judges is told, and there is none', () => {
  const current = readFileSync(new URL('../../docs/clauses.md', import.meta.url), 'utf8');

  expect(page).toContain('- no spec yet');
  expect(current).not.toContain('- no spec yet');
});
