import type { Parameter, PathSyntax, Step } from '../syntax.ts';
import type { Value } from '../values/value.ts';

/**
 * A step as a read sees it. Links are made anew for each read, since Jayway's keep what they met:
 * `index` (the last list position of a scan) and the `*` that length() hangs behind its parameter.
 */
export type Link = {
  readonly step: Step | RootStep;
  readonly previous: Link | undefined;
  next: Link | undefined;
  index: number;
  parameters: readonly LinkParameter[] | undefined;
  upstreamDefinite: boolean | undefined;
};

export type RootStep = Readonly<{ kind: 'root' }>;

export type LinkParameter = {
  readonly json: string | undefined;
  readonly path: Path | undefined;
  /** What the path gave first, and under which options and at which state of the document. */
  seen: { result: Value; options: unknown; changes: number } | undefined;
};

export type Path = {
  readonly head: Link;
  readonly tail: Link;
  /** Written with `$`: inside a predicate it reads the document, not the element. */
  readonly fromDocument: boolean;
  readonly isFunction: boolean;
  /** The names, where the path has nothing else: what it leads to needs no walk. */
  readonly names: readonly string[] | undefined;
  /** Remembered from the first call on. */
  readonly definite: () => boolean;
};

/** Chains the steps of a path. `$..a.length()` becomes length() with `$..a` as its parameter (functions-180). */
export const buildPath = ({ root, steps }: PathSyntax): Path => {
  const head = link({ kind: 'root' }, undefined);
  let tail = head;
  for (const step of steps) tail = tail.next = link(step, tail);

  const path = pathOf(head, tail, root === '$', plainNames(steps));
  return path.isFunction && head.next?.step.kind === 'scan' ? invert(path) : path;
};

/** A `*` that no step stands before. */
export const looseWildcard = (): Link => link({ kind: 'wildcard', span: [0, 0] }, undefined);

/** Whether the step alone leads to one place at most. */
export const isDefiniteStep = ({ step, next }: Link): boolean => {
  switch (step.kind) {
    case 'names':
      return step.names.length === 1 || next === undefined;
    case 'indexes':
      return step.indexes.length === 1;
    case 'root':
    case 'call':
      return true;
    default:
      return false;
  }
};

/** Whether all steps before it do. */
export const isUpstreamDefinite = (item: Link): boolean => {
  item.upstreamDefinite ??=
    item.previous === undefined || (isDefiniteStep(item.previous) && isUpstreamDefinite(item.previous));
  return item.upstreamDefinite;
};

const link = (step: Link['step'], previous: Link | undefined): Link => ({
  step,
  previous,
  next: undefined,
  index: -1,
  parameters: step.kind === 'call' ? step.parameters?.map(linkParameter) : undefined,
  upstreamDefinite: undefined,
});

const linkParameter = (parameter: Parameter): LinkParameter => ({
  json: parameter.kind === 'json' ? parameter.text : undefined,
  // length() changes the steps of its parameter.
  path: parameter.kind === 'path' ? { ...buildPath(parameter.path), names: undefined } : undefined,
  seen: undefined,
});

const pathOf = (head: Link, tail: Link, fromDocument: boolean, names?: readonly string[]): Path => {
  let known: boolean | undefined;
  const definite = (): boolean => {
    known ??= allDefinite(head);
    return known;
  };
  return { head, tail, fromDocument, isFunction: tail.step.kind === 'call', names, definite };
};

const plainNames = (steps: readonly Step[]): readonly string[] | undefined => {
  const names: string[] = [];
  for (const step of steps) {
    const name = step.kind === 'names' && step.names.length === 1 ? step.names[0] : undefined;
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
};

const allDefinite = (head: Link): boolean => {
  for (let item: Link | undefined = head; item !== undefined; item = item.next) {
    if (!isDefiniteStep(item)) return false;
  }
  return true;
};

const invert = (path: Path): Path => {
  let call = path.head;
  while (call.step.kind !== 'call' && call.next !== undefined) call = call.next;
  const before = call.previous ?? path.head;

  before.next = undefined;
  const scanned = pathOf(path.head, before, true);
  call.parameters = [{ json: undefined, path: scanned, seen: undefined }];
  const head = link({ kind: 'root' }, undefined);
  head.next = call;
  return pathOf(head, call, path.fromDocument);
};
