import { nearest } from '../../config/nearest.ts';
import type { Clause } from '../../contracts/clauses/clause.ts';
import { clauses } from '../../contracts/clauses/index.ts';
import { cells } from '../../contracts/operations.ts';
import { cellName, type Waiver } from '../../reports/conformance/waiver.ts';

const known: Readonly<Record<string, Clause>> = clauses;

/** Why a waiver fails the gate before anything is sent: it is of nothing that can break, or over for this target. */
export const faultOf = (
  waiver: Waiver,
  { target, today }: Readonly<{ target: string; today: string }>,
): string | undefined => {
  const unknown = unknownIn(waiver);
  if (unknown !== undefined) return `${waiver.place} ${unknown}`;
  const { expires, owner, place } = waiver;

  return waiver.target === target && expires < today
    ? `${place} has expired on ${expires}. Remove it, or have ${owner} answer for it until a later day.`
    : undefined;
};

const unknownIn = (waiver: Waiver): string | undefined => {
  if ('cell' in waiver)
    return cells.some((cell) => cellName(cell) === waiver.cell)
      ? undefined
      : `waives the cell ${waiver.cell}, which does not exist.${near(waiver.cell, cells.map(cellName))} A cell reads as listTriggers 400.`;

  const { clause } = waiver;
  if (known[clause] === undefined)
    return `waives the clause ${clause}, which does not exist.${near(clause, Object.keys(known))} docs/clauses.md lists them all.`;

  return known[clause].level === 'should'
    ? `waives ${clause}, which only warns and fails no gate. Remove it.`
    : undefined;
};

const near = (word: string, words: readonly string[]): string => {
  const found = nearest(word, words);

  return found === undefined ? '' : ` Did you mean ${found}?`;
};
