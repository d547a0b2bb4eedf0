import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { compile, evaluate, select } from './index.ts';
import { disagreements } from './vectors/disagreements.ts';

type Vector = Readonly<{
  id: string;
  category: string;
  expression: string;
  document: string;
  compiles: boolean;
  definite?: boolean;
  function?: boolean;
  values?: unknown[];
  raises?: string;
  default?: unknown;
}>;

const load = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./vectors/${name}`, import.meta.url), 'utf8'));
const vectors = load('jayway.vectors.json') as readonly Vector[];
const documents = load('documents.vectors.json') as Readonly<Record<string, unknown>>;

for (const category of new Set(vectors.map((vector) => vector.category))) {
  test(`answers as the Java library did: ${category}`, () => {
    const own = vectors.filter((vector) => vector.category === category);

    const wrong = own.filter((vector) => !agrees(vector)).map(({ id }) => id);

    expect(wrong).toEqual(own.map(({ id }) => id).filter((id) => id in disagreements));
  });
}

test('lists at most one disagreement in 200 vectors, Java-only patterns apart', () => {
  const listed = Object.keys(disagreements).filter((id) => !id.startsWith('filter-regex-java'));

  expect(listed.length / vectors.length).toBeLessThanOrEqual(0.005);
});

test('says of each listed vector that it cannot be judged, never another answer', () => {
  for (const { expression, document } of vectors.filter(({ id }) => id in disagreements)) {
    const result = compile(expression);

    expect(result.ok && evaluate(result.path, documents[document])).toEqual({
      raises: 'PatternNotJudgedError',
    });
  }
});

test('leaves the document as it was, append() included', () => {
  const before = structuredClone(documents);
  for (const { expression, document } of vectors.filter((vector) => vector.expression.includes('append'))) {
    const result = compile(expression);
    if (result.ok) evaluate(result.path, documents[document]);
  }

  expect(documents).toEqual(before);
});

const agrees = (vector: Vector): boolean => {
  const result = compile(vector.expression);
  if (!result.ok || !vector.compiles) return result.ok === vector.compiles;

  const { path } = result;
  const document = documents[vector.document];
  const expected = vector.raises === undefined ? { result: vector.default } : { raises: vector.raises };
  return (
    path.definite === vector.definite &&
    path.function === (vector.function ?? false) &&
    equal(select(path, document), vector.values) &&
    equal(evaluate(path, document), expected)
  );
};

/** Numbers are compared as numbers: -0 is 0. */
const equal = (left: unknown, right: unknown): boolean => isDeepStrictEqual(unsigned(left), unsigned(right));

const unsigned = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unsigned);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unsigned(member)]));
};
