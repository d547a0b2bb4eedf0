import { isDeepStrictEqual } from 'node:util';
import { JSONPath } from 'jsonpath-plus';
import { compile, evaluate, type FilterPath } from '../../filters/index.ts';
import { benchDocument, type FilterClass, filterClasses } from './filter-cases.ts';

const rounds = 11;
/** What one side takes in a round, in ms. */
const roundMs = 25;
/** The most that a class may take, as a multiple of jsonpath-plus. */
const bound = 1;

/**
 * Filters beside jsonpath-plus on expressions that both answer alike, in turn, in one run: evaluation of compiled
 * expressions (jsonpath-plus keeps its parsed paths), and compilation of expressions never seen before. Gives the
 * exit code: 1 where a class is slower, 2 where the two do not give the same.
 */
export const benchFilters = async (): Promise<number> => {
  const expressions = filterClasses.flatMap((each) => each.expressions);
  const different = expressions.filter(
    (expression) => !isDeepStrictEqual(ours(compiled(expression)), theirs(expression)),
  );
  if (different.length > 0) {
    process.stderr.write(`Not the same on both sides: ${different.join(', ')}\n`);
    return 2;
  }
  process.stdout.write(
    `us of CPU             filters  jsonpath-plus  ratio (least to most of ${rounds} rounds)\n`,
  );
  const ratios = [
    ...filterClasses.map((each) => report(each.name, ...evaluation(each))),
    ...filterClasses.map((each) => report(`compile ${each.name}`, ...compilation(each))),
  ];

  return ratios.every((ratio) => ratio <= bound) ? 0 : 1;
};

type Side = () => void;

const evaluation = ({ expressions }: FilterClass): readonly [Side, Side, number] => {
  const paths = expressions.map(compiled);

  return [
    () => {
      for (const path of paths) evaluate(path, benchDocument);
    },
    () => {
      for (const expression of expressions) theirs(expression);
    },
    expressions.length,
  ];
};

/** With names that no cache has seen: jsonpath-plus keeps parsed paths, and predicates apart from them. */
const compilation = ({ expressions }: FilterClass): readonly [Side, Side, number] => {
  let fresh = 0;
  const unseen = (expression: string): string => {
    fresh += 1;
    return expression.replace(/(\.|\[')([a-z]\w*)/gi, `$1$2${fresh}`);
  };

  return [
    () => {
      for (const expression of expressions) compile(unseen(expression));
    },
    () => {
      for (const expression of expressions) parsedByPlus(unseen(expression), fresh);
    },
    expressions.length,
  ];
};

/** It parses a path when it meets one, and a predicate at its first node: so on a document of one node. */
const parsedByPlus = (expression: string, fresh: number): unknown => {
  const node = { [`owner${fresh}`]: {} };
  const json = { [`changes${fresh}`]: [node], [`items${fresh}`]: [node] };

  return JSONPath({ path: expression, json, eval: 'safe' });
};

const compiled = (expression: string): FilterPath => {
  const result = compile(expression);
  if (!result.ok) throw new Error(`${expression} does not compile: ${result.error.message}`);

  return result.path;
};

const ours = (path: FilterPath): unknown => {
  const evaluation = evaluate(path, benchDocument);
  const result = 'result' in evaluation ? evaluation.result : [];

  return path.definite ? [result] : result;
};

const theirs = (expression: string): unknown =>
  JSONPath({ path: expression, json: benchDocument, eval: 'safe' });

const report = (name: string, our: Side, their: Side, expressions: number): number => {
  const measured = Array.from({ length: rounds + 1 }, () => ({
    our: microsOf(our) / expressions,
    their: microsOf(their) / expressions,
  })).slice(1);
  const ratios = measured.map((each) => each.our / each.their);
  const ratio = median(ratios);
  const [us, them] = [median(measured.map((each) => each.our)), median(measured.map((each) => each.their))];
  process.stdout.write(
    `${name.padEnd(22)}${us.toFixed(2).padStart(7)}  ${them.toFixed(2).padStart(13)}  ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})${ratio > bound ? '  SLOWER' : ''}\n`,
  );

  return ratio;
};

/** Microseconds of CPU a call, over as many calls as fill a round: other work on the machine does not count. */
const microsOf = (side: Side): number => {
  const end = performance.now() + roundMs;
  const before = process.cpuUsage();
  let calls = 0;
  do {
    for (let call = 0; call < 20; call += 1) side();
    calls += 20;
  } while (performance.now() < end);
  const { user, system } = process.cpuUsage(before);

  return (user + system) / calls;
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
