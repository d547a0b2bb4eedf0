import { compile, type PathSyntax, type Step, type Test } from '../../../filters/index.ts';

/**
 * The members of an event that a filter reads, as names without lists: `changes.attribute` for
 * `$.changes[?(@.attribute == "x")]`. What stands behind `..` or `.*` is read from anywhere and is left out.
 */
export const filterPlaces = (filter: string): readonly string[] => {
  const compiled = compile(filter);

  return compiled.ok ? [...new Set(placesOf(compiled.path.tree, ''))] : [];
};

const placesOf = (path: PathSyntax, node: string): readonly string[] => {
  let prefixes: readonly string[] = [path.root === '$' ? '' : node];
  const read: string[] = [];
  for (const step of path.steps) {
    if (step.kind === 'predicate')
      read.push(
        ...prefixes.flatMap((prefix) => testsIn(step.test).flatMap((each) => placesOf(each, prefix))),
      );
    const next = behind(step, prefixes);
    if (next === undefined) break;
    prefixes = next;
  }

  return [...prefixes.filter((prefix) => prefix !== ''), ...read];
};

/** Where a step leads; undefined where that cannot be told. */
const behind = (step: Step, prefixes: readonly string[]): readonly string[] | undefined => {
  if (step.kind === 'scan' || step.kind === 'wildcard' || step.kind === 'call') return undefined;
  if (step.kind !== 'names') return prefixes;

  return prefixes.flatMap((prefix) => step.names.map((name) => (prefix === '' ? name : `${prefix}.${name}`)));
};

const testsIn = (test: Test): readonly PathSyntax[] => {
  switch (test.kind) {
    case 'or':
    case 'and':
      return test.operands.flatMap(testsIn);
    case 'not':
      return testsIn(test.operand);
    case 'exists':
      return [test.path];
    default:
      return [test.left, test.right].flatMap((side) => (side.kind === 'path' ? [side] : []));
  }
};
