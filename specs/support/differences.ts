import { isObject } from './answer.ts';

export type Difference = Readonly<{ expected: string; seen: string }>;

/** Where `actual` lacks or contradicts what `wanted` states; members that only `actual` has do not count. */
export const differences = (actual: unknown, wanted: unknown, path = ''): readonly Difference[] => {
  if (isObject(wanted)) {
    return isObject(actual)
      ? Object.entries(wanted).flatMap(([name, value]) =>
          differences(actual[name], value, path ? `${path}.${name}` : name),
        )
      : [difference(path, actual, wanted)];
  }
  // What is documented as optional may be absent, null or empty: absent is all three.
  if (wanted === undefined || wanted === null) {
    return isNothing(actual) ? [] : [difference(path, actual, undefined)];
  }

  return JSON.stringify(actual) === JSON.stringify(wanted) ? [] : [difference(path, actual, wanted)];
};

export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

const difference = (path: string, actual: unknown, wanted: unknown): Difference => ({
  expected: `${path || 'the body'} ${shown(wanted)}`,
  seen: `${path || 'the body'} ${shown(actual)}`,
});

const shown = (value: unknown): string =>
  isNothing(value) ? 'absent' : (JSON.stringify(value) ?? String(value)).slice(0, 200);
