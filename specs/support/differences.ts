import { isObject, type JsonObject } from './answer.ts';
import { isSameDuration } from './same-duration.ts';

export type Difference = Readonly<{ expected: string; seen: string }>;

/** Where `actual` lacks or contradicts what `wanted` states; members that only `actual` has do not count. */
export const differences = (actual: unknown, wanted: unknown, path = ''): readonly Difference[] => {
  if (isObject(wanted) && isObject(actual)) {
    return Object.entries(wanted).flatMap(([name, value]) =>
      differences(actual[name], value, path ? `${path}.${name}` : name),
    );
  }
  if (Array.isArray(wanted) && Array.isArray(actual) && wanted.length === actual.length)
    return wanted.flatMap((value, index) => differences(actual[index], value, `${path}[${index}]`));

  return isSame(actual, wanted, path) ? [] : [difference(path, actual, wanted)];
};

/** What of `wanted` an object shows at all: a tenant may leave out what is documented as optional. */
export const presentIn = (actual: JsonObject, wanted: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const shown = actual[name];
      if (isNothing(shown)) return [];

      return [[name, isObject(value) && isObject(shown) ? presentIn(shown, value) : value]];
    }),
  );

export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What an optional member stands for where an answer leaves it out. */
const documentedDefaults: Readonly<Record<string, unknown>> = {
  responseDeadline: 'PT1H',
  httpAuthenticationType: 'NO_AUTH',
};

/** What is documented as optional may be absent, null or empty: absent is all three. */
const isSame = (actual: unknown, wanted: unknown, path: string): boolean => {
  if (wanted === undefined || wanted === null) return isNothing(actual);
  if (isNothing(actual) && documentedDefaults[path.split('.').at(-1) ?? ''] === wanted) return true;
  if (/(^|\.)responseDeadline$/.test(path)) return isSameDuration(actual, wanted);

  return actual === wanted;
};

const difference = (path: string, actual: unknown, wanted: unknown): Difference => ({
  expected: `${path || 'the body'} ${shown(wanted)}`,
  seen: `${path || 'the body'} ${shown(actual)}`,
});

const shown = (value: unknown): string =>
  isNothing(value) ? 'absent' : (JSON.stringify(value) ?? String(value)).slice(0, 200);
