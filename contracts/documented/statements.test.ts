import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type ClauseId, clauses } from '../clauses/index.ts';
import { statements } from './index.ts';

const collected = new URL('../../../shared/facts.md', import.meta.url);

test('every clause that can fail a tenant stands on something documented', () => {
  const held = new Set(statements.flatMap((statement) => ('clauses' in statement ? statement.clauses : [])));
  const musts = Object.entries(clauses).filter(([, { level }]) => level === 'must');

  expect(musts.map(([id]) => id).filter((id) => !held.has(id as ClauseId))).toEqual([]);
});

test('every documented fact has a statement, and every statement stands among the facts', () => {
  test.skip(!existsSync(collected), 'the collected facts are not beside this checkout');
  const lines = documentedLines(readFileSync(collected, 'utf8'));
  const statementsOf = (text: string) => statements.filter(({ found }) => text.includes(found)).length;

  expect(lines.length).toBeGreaterThan(30);
  expect(lines.filter(({ text, marks }) => statementsOf(text) < marks).map(({ text }) => text)).toEqual([]);
  expect(
    statements.filter(({ found }) => !lines.some(({ text }) => text.includes(found))).map(({ says }) => says),
  ).toEqual([]);
});

const mark = '[D]';

/** Lines that are documented by their heading, or have marks of their own, with how many facts they hold at least. */
const documentedLines = (text: string) => {
  const [, ...sections] = text.split(/^## /m);

  return sections.flatMap((section) => {
    const [heading = '', ...lines] = section.split('\n');

    return lines
      .filter((line) => line !== '' && !isTableHead(line))
      .map((line) => ({
        text: line,
        marks: Math.max(line.split(mark).length - 1, heading.includes(mark) && !isOnlySeen(line) ? 1 : 0),
      }))
      .filter(({ marks }) => marks > 0);
  });
};

const isTableHead = (line: string): boolean => /^\|( operation| version|---)/.test(line);

/** A line that ends with the mark of what was seen and has none of what is documented. */
const isOnlySeen = (line: string): boolean =>
  line.endsWith('[T].') && !line.includes(mark) && !line.includes('**');
