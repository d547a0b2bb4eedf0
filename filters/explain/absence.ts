import type { PathSyntax } from '../syntax.ts';
import { isObject, type Value } from '../values/value.ts';
import { nearest } from './nearest.ts';
import { allPlaces, member, type Place } from './places.ts';
import { typeOf } from './seen.ts';
import type { Absence } from './types.ts';

/** The first property that a path asks for in vain, if it is one of a chain of names. */
export const absenceOf = (
  path: PathSyntax,
  node: Place,
  document: Value,
  compared: unknown,
): Absence | undefined => {
  let place: Place = path.root === '$' ? { path: '$', value: document } : node;
  for (const step of path.steps) {
    const [property] = step.kind === 'names' ? step.names : [];
    if (property === undefined) return undefined;
    const [next] = member(place, property);
    if (next === undefined) return absent(place, property, document, compared);
    place = next;
  }
  return undefined;
};

const absent = (place: Place, property: string, document: Value, compared: unknown): Absence => {
  const has = isObject(place.value) ? Object.keys(place.value) : [];
  const near = nearest(property, has);
  const elsewhere = isTelling(compared)
    ? allPlaces({ path: '$', value: document }).find(({ value }) => value === compared)?.path
    : undefined;
  return {
    at: place.path,
    type: typeOf(place.value),
    property,
    has: has.slice(0, 20),
    ...(near === undefined ? {} : { near }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
};

/** A value that would hardly stand somewhere else by chance. */
const isTelling = (value: unknown): boolean => typeof value === 'string' && value !== '';
