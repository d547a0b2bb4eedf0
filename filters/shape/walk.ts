import { nearest } from '../explain/nearest.ts';
import type { Step } from '../syntax.ts';
import { anything, itemAt, memberAt, only, type Shape, union } from './shape.ts';

/** Where steps lead to; `missing` says where they lead nowhere. */
export type Place = Readonly<{ shape: Shape; missing: string | undefined }>;

/** Follows steps by name and by index. What other steps find is not followed: it may be anything. */
export const walk = (steps: readonly Step[], start: Shape): Place => {
  let place: Place = { shape: start, missing: undefined };
  for (const step of steps) {
    const before = place.shape;
    const shape = next(before, step);
    const gone = !shape.any && shape.kinds.size === 1 && shape.kinds.has('absent');
    place = { shape, missing: place.missing ?? (gone ? missingText(before, step) : undefined) };
  }

  return place;
};

const next = (shape: Shape, step: Step): Shape => {
  const [name] = step.kind === 'names' ? step.names : [];
  if (step.kind === 'names' && step.names.length === 1 && name !== undefined) return memberAt(shape, name);
  if (step.kind === 'indexes' && step.indexes.length === 1) return itemAt(shape);

  return anything;
};

const missingText = ({ kinds, members }: Shape, step: Step): string => {
  if (step.kind !== 'names') return 'there is no list to take an item of';
  const [name = ''] = step.names;
  if (!kinds.has('object'))
    return `${JSON.stringify(name)} is asked of a ${[...kinds].join(' or ')}, which has no members`;
  const near = nearest(name, [...members.keys()]);

  return `there is no ${JSON.stringify(name)}${near === undefined ? `, only ${[...members.keys()].slice(0, 8).join(', ')}` : `: is ${JSON.stringify(near)} meant?`}`;
};

/** What a predicate tests: an object itself, and each item of a list. */
export const testedNodes = (shape: Shape): Shape | undefined => {
  if (shape.any) return anything;
  const nodes = [
    ...(shape.kinds.has('object') ? [only(shape, 'object')] : []),
    ...(shape.kinds.has('list') ? [shape.items ?? anything] : []),
  ];

  return nodes.length === 0 ? undefined : union(...nodes);
};

/** Whether there is something for a predicate to test, in every document. */
export const isContainer = ({ kinds }: Shape): boolean =>
  [...kinds].every((kind) => kind === 'list' || kind === 'object');
