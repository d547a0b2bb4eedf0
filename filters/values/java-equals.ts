import { ExactNumber, isObject, KeySet, type Value } from './value.ts';

/**
 * equals() of lists and maps: numbers are equal only when their Java types are, so a list that holds 1.0
 * is not the list that holds 1.
 */
export const javaEquals = (left: Value, right: Value): boolean => {
  if (Array.isArray(left)) return Array.isArray(right) && listsEqual(left, right);
  if (left instanceof ExactNumber) return numbersEqual(left, right);
  if (left instanceof KeySet) return false;
  if (isObject(left)) return isObject(right) && objectsEqual(left, right);
  if (typeof left === 'number' && right instanceof ExactNumber) return numbersEqual(right, left);
  return left === right;
};

const listsEqual = (left: readonly Value[], right: readonly Value[]): boolean =>
  left.length === right.length && left.every((value, index) => javaEquals(value, right[index] ?? null));

const objectsEqual = (left: { [name: string]: Value }, right: { [name: string]: Value }): boolean => {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && javaEquals(left[name] ?? null, right[name] ?? null))
  );
};

const numbersEqual = (left: ExactNumber, right: Value): boolean => {
  if (right instanceof ExactNumber) return left.type === right.type && left.text === right.text;
  if (typeof right !== 'number') return false;
  // Beyond 2^53 a document no longer tells an integer from a double: by value is the best that can be said.
  return left.type === 'integer'
    ? Number(left.text) === right
    : !Number.isSafeInteger(right) && Number(left.text) === right;
};
