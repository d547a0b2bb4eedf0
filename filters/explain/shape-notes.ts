import { compile, type FilterPath } from '../compile.ts';
import { printTest } from '../print.ts';
import { readAs } from '../read.ts';
import type { Step, Test } from '../syntax.ts';
import type { Finding, Note } from './types.ts';

/** What the shape of the payload says about a filter that does not match: where its predicate would fit. */
export const shapeNotes = (
  path: FilterPath,
  document: unknown,
  findings: readonly Finding[],
): readonly Note[] => {
  const notes = findings.flatMap((finding) =>
    finding.holds === true ? [] : [listNote(path, finding), elsewhereNote(finding)],
  );
  const distinct = new Map(
    notes
      .filter((note) => note !== undefined)
      .reverse()
      .map((note) => [note.try, note]),
  );
  return [...distinct.values()].filter((note) => note.try !== undefined && selects(note.try, document));
};

/** `$[?(@.requestedFor.id == "u1")]` where requestedFor is a list: the predicate belongs on it. */
const listNote = ({ tree }: FilterPath, { absence }: Finding): Note | undefined => {
  const [only, ...further] = tree.steps;
  if (absence?.type !== 'list' || only?.kind !== 'predicate' || further.length > 0) return undefined;
  const moved = moveOnto(only.test, absence.at.slice(2));
  if (moved === undefined) return undefined;
  return {
    code: 'list-or-object',
    text: `${absence.at} is a list here; a predicate on it works for a list and for an object`,
    try: `${absence.at}[?(${moved})]`,
  };
};

/** A single comparison, seen from a property that its path begins with. */
const moveOnto = (test: Test, property: string): string | undefined => {
  if (test.kind !== 'comparison' || test.left.kind !== 'path' || test.left.steps.length < 2) return undefined;
  const [first, ...rest] = test.left.steps;
  if (!isName(first, property)) return undefined;
  return printTest({ ...test, left: { ...test.left, root: '@', steps: rest } });
};

const isName = (step: Step | undefined, property: string): boolean =>
  step?.kind === 'names' && step.names.length === 1 && step.names[0] === property;

const elsewhereNote = ({ absence, operator, right, left }: Finding): Note | undefined => {
  const at = absence?.elsewhere;
  const cut = at === undefined ? -1 : Math.max(at.lastIndexOf('.'), at.lastIndexOf("['"));
  if (at === undefined || operator !== '==' || cut < 1) return undefined;

  const literal = [left, right].find((side) => side?.value !== undefined)?.text ?? '';
  const [holder, property] = [at.slice(0, cut).replace(/\[[0-9]+\]$/, ''), at.slice(cut)];
  return {
    code: 'value-elsewhere',
    text: `${at} holds exactly this value`,
    try: `${holder}[?(@${property} == ${literal})]`,
  };
};

const selects = (expression: string, document: unknown): boolean => {
  const result = compile(expression);
  if (!result.ok) return false;
  const evaluation = readAs(result.path, document, 'default');
  return 'values' in evaluation && evaluation.values.length > 0;
};
