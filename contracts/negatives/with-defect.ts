import { isRecord } from '../json-schema.ts';
import type { BodyDefect } from './defects.ts';

/**
 * The body with the defect in it; undefined where the body has not what the place lies in. A place in a list is one
 * of its first entry.
 */
export const withDefect = (body: unknown, { place, value }: BodyDefect): unknown =>
  place === '' ? value : change(body, place.match(/\[\]|[^.[\]]+/g) ?? [], value);

const change = (container: unknown, [step, ...rest]: readonly string[], value: unknown): unknown => {
  if (step === undefined) return value;
  if (step === '[]') {
    if (!Array.isArray(container) || container.length === 0) return undefined;
    const first = change(container[0], rest, value);

    return first === undefined && rest.length > 0 ? undefined : [first, ...container.slice(1)];
  }
  if (!isRecord(container)) return undefined;
  if (rest.length === 0) {
    const { [step]: _, ...others } = container;

    return value === undefined ? others : { ...container, [step]: value };
  }
  const inner = change(container[step], rest, value);

  return inner === undefined ? undefined : { ...container, [step]: inner };
};
