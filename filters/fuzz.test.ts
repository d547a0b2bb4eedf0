import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { compile, evaluate, explain, type FilterPath, print, select } from './index.ts';
import { randomExpression, randomValue, seeded } from './vectors/random.ts';

const pairs = 200_000;
const seed = 20_251_125;

test(`reads ${pairs} random expressions and documents without a hang, a stranger's exception or a change of meaning`, () => {
  const random = seeded(seed);
  const wrong: string[] = [];
  let compiled = 0;
  let slowest = 0;

  for (let index = 0; index < pairs && wrong.length < 5; index++) {
    const expression = randomExpression(random);
    const document = randomValue(random);
    const started = performance.now();
    const result = compile(expression);
    if (result.ok) {
      compiled++;
      if (!meansTheSame(result.path, document)) wrong.push(expression);
    } else if (!(result.error.position >= 0 && result.error.position <= expression.length)) {
      wrong.push(`${expression}: position ${result.error.position}`);
    }
    slowest = Math.max(slowest, performance.now() - started);
  }

  expect(wrong).toEqual([]);
  expect(compiled).toBeGreaterThan(pairs / 3);
  expect(slowest).toBeLessThan(5_000);
});

test('explains random expressions without an exception', () => {
  const random = seeded(seed + 1);
  for (let index = 0; index < 5_000; index++) {
    const explanation = explain(randomExpression(random), randomValue(random), randomValue(random));

    expect(explanation.compiles ? explanation.cases.length : 0).toBe(explanation.compiles ? 2 : 0);
  }
});

const meansTheSame = (path: FilterPath, document: unknown): boolean => {
  const again = compile(print(path.tree));
  return (
    again.ok &&
    isDeepStrictEqual(evaluate(again.path, document), evaluate(path, document)) &&
    isDeepStrictEqual(select(again.path, document), select(path, document))
  );
};
