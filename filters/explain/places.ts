import type { Step } from '../syntax.ts';
import { isObject, type Value } from '../values/value.ts';

/** A value of a document and the path to it. */
export type Place = Readonly<{ path: string; value: Value }>;

/** The most places that an explanation looks at. */
const most = 2_000;

/** The places that steps lead to, predicates and functions apart: enough to tell what a predicate was tried on. */
export const placesBehind = (steps: readonly Step[], root: Place): readonly Place[] =>
  steps.reduce<readonly Place[]>(
    (places, step) => places.flatMap((place) => behind(step, place)).slice(0, most),
    [root],
  );

/** The nodes that a predicate tests at a place: an object itself, the elements of a list. */
export const testedNodes = (place: Place): readonly Place[] => {
  if (Array.isArray(place.value)) return elements(place);
  return isObject(place.value) ? [place] : [];
};

/** All places of a value, the value first. */
export const allPlaces = (root: Place): readonly Place[] => {
  const places: Place[] = [root];
  for (let index = 0; index < places.length && places.length < most; index++) {
    const place = places[index];
    if (place !== undefined) places.push(...children(place));
  }
  return places.slice(0, most);
};

const behind = (step: Step, place: Place): readonly Place[] => {
  switch (step.kind) {
    case 'names':
      return step.names.flatMap((name) => member(place, name));
    case 'wildcard':
      return children(place);
    case 'scan':
      return allPlaces(place);
    case 'indexes':
      return elements(place).filter((_, index, { length }) =>
        step.indexes.some((wanted) => (wanted < 0 ? wanted + length : wanted) === index),
      );
    case 'slice':
      return elements(place).slice(step.from, step.to);
    case 'predicate':
      return testedNodes(place);
    case 'call':
      return [];
  }
};

export const member = ({ path, value }: Place, name: string): readonly Place[] =>
  isObject(value) && Object.hasOwn(value, name)
    ? [{ path: path + memberPath(name), value: value[name] ?? null }]
    : [];

export const memberPath = (name: string): string =>
  /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;

const elements = ({ path, value }: Place): readonly Place[] =>
  Array.isArray(value) ? value.map((element, index) => ({ path: `${path}[${index}]`, value: element })) : [];

const children = (place: Place): readonly Place[] =>
  isObject(place.value) ? Object.keys(place.value).flatMap((name) => member(place, name)) : elements(place);
