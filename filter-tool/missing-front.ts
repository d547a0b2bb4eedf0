import { nearest } from '../filters/explain/nearest.ts';
import type { FilterPath } from '../filters/index.ts';

/** A property that the path in front of the first predicate asks for in vain. */
export type MissingFront = Readonly<{
  span: readonly [start: number, end: number];
  /** The place that lacks it, and what that is. */
  at: string;
  type: string;
  property: string;
  has: readonly string[];
  near?: string;
}>;

/** Looks along the names in front of the first predicate, as long as there are only names. */
export const missingFront = ({ tree }: FilterPath, document: unknown): MissingFront | undefined => {
  let [at, value] = ['$', document];
  for (const step of tree.steps) {
    if (step.kind !== 'names' || step.names.length !== 1) return undefined;
    const [property = ''] = step.names;
    const members = isRecord(value) ? value : {};
    if (!Object.hasOwn(members, property)) {
      const has = Object.keys(members);
      const near = nearest(property, has);
      return {
        span: step.span,
        at,
        type: typeOf(value),
        property,
        has,
        ...(near === undefined ? {} : { near }),
      };
    }
    at = `${at}.${property}`;
    value = members[property];
  }

  return undefined;
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';

  return Array.isArray(value) ? 'list' : typeof value;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
