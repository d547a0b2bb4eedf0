import { doubleText, javaText } from '../values/java-text.ts';
import { ExactNumber, isNumber, isObject, KeySet, type Value } from '../values/value.ts';
import { raises } from './raise.ts';
import { type Run, spend } from './run.ts';

/** `parameters` are read when a function asks for them, and a wrong one raises only then. */
export type PathFunction = (model: Value, parameters: () => readonly Value[], run: Run) => Value;

/** sum, avg and their kin: over the numbers of the list and of the parameters; none at all raises (functions-169). */
const aggregate =
  (of: (numbers: readonly number[]) => number): PathFunction =>
  (model, parameters, run) => {
    const own = Array.isArray(model) ? model : [];
    const numbers = [...own, ...parameters().flat()].filter(isNumber).map(toDouble);
    spend(run, numbers.length);
    if (numbers.length === 0) throw raises.jsonPath;
    return double(of(numbers));
  };

/** An element of a list; counted from the end, only one above the first is accepted (functions-249). */
const element =
  (indexOf: (parameters: () => readonly Value[]) => number): PathFunction =>
  (model, parameters) => {
    if (!Array.isArray(model)) throw raises.jsonPath;

    const index = indexOf(parameters);
    const position = index >= 0 ? index : model.length + index;
    if (index < 0 && position <= 0) throw raises.jsonPath;
    const value = model[position];
    if (value === undefined) throw raises.indexOutOfBounds;
    return value;
  };

const firstNumber = (parameters: () => readonly Value[]): number => {
  const number = parameters().flat().find(isNumber);
  if (number === undefined) throw raises.indexOutOfBounds;
  return toInt(number);
};

/** The texts of the list, then everything that the parameters hold. */
const concat: PathFunction = (model, parameters, run) => {
  const own = Array.isArray(model) ? model.filter((value) => typeof value === 'string') : [];
  const given = parameters()
    .flat()
    .filter((value) => value !== null);
  const text = [...own, ...given.map(javaText)].join('');
  spend(run, text.length);
  return text;
};

/** Changes the document itself. */
const append: PathFunction = (model, parameters, run) => {
  if (!Array.isArray(model)) return model;
  for (const value of parameters()) {
    model.push(value);
    run.changes++;
  }
  return model;
};

export const functions: Readonly<Record<string, PathFunction>> = {
  sum: aggregate(sum),
  avg: aggregate((numbers) => sum(numbers) / numbers.length),
  min: aggregate((numbers) => numbers.reduce((least, number) => Math.min(least, number), Number.MAX_VALUE)),
  max: aggregate((numbers) => numbers.reduce((most, number) => Math.max(most, number), Number.MIN_VALUE)),
  stddev: aggregate((numbers) => {
    const count = numbers.length;
    const total = sum(numbers);
    const squares = sum(numbers.map((number) => number * number));
    return Math.sqrt(squares / count - (total * total) / count / count);
  }),
  concat,
  append,
  keys: (model) => (isObject(model) ? new KeySet(Object.keys(model)) : null),
  first: element(() => 0),
  last: element(() => -1),
  index: element(firstNumber),
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const toDouble = (value: number | ExactNumber): number =>
  value instanceof ExactNumber ? Number(value.text) : value;

/** Number.intValue: a double stops at the ends of the range, an integer wraps round. */
const toInt = (value: number | ExactNumber): number => {
  const number = toDouble(value);
  const isDouble = value instanceof ExactNumber ? value.type !== 'integer' : !Number.isInteger(value);
  if (!isDouble) return Number(BigInt.asIntN(32, BigInt(value instanceof ExactNumber ? value.text : value)));
  return Number.isNaN(number) ? 0 : Math.trunc(Math.min(Math.max(number, -2_147_483_648), 2_147_483_647));
};

/** The result of arithmetic is a double, 6.0 and not 6. */
const double = (value: number): Value =>
  Number.isInteger(value) || !Number.isFinite(value) ? new ExactNumber('double', doubleText(value)) : value;
