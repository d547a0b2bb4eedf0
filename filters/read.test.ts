import { expect, test } from '@playwright/test';
import { compile, evaluate, matches, type Reading, select } from './index.ts';

const document = { rows: [{ id: 1, x: null }, { id: 2 }], o: { a: 1, b: [1.5] } };

const path = (expression: string) => {
  const result = compile(expression);
  if (!result.ok) throw new Error(`${expression}: ${result.error.message}`);
  return result.path;
};

for (const [expression, reading, expected] of [
  ['$.rows[?(@.id == 2)]', 'default', true],
  ['$.rows[?(@.id == 3)]', 'default', false],
  ['$.nope[?(@.id == 2)]', 'default', false],
  ['$.nope[?(@.id == 2)]', 'suppressed', false],
  ['$.rows[?(@.y == null)]', 'default', false],
  ['$.rows[?(@.y == null)]', 'suppressed', true],
  ['$.rows[?(@.o empty true)]', 'default', false],
  ['$.o.a', 'default', true],
  ['$.o.nope', 'default', false],
  ['$.rows.length()', 'default', true],
  ['$.o.a.sum()', 'default', false],
] as const satisfies readonly (readonly [string, Reading, boolean])[]) {
  test(`${expression} ${expected ? 'passes' : 'does not pass'} in the ${reading} reading`, () => {
    expect(matches(path(expression), document, reading)).toBe(expected);
  });
}

test('gives a definite path its value, an open one a list, and names what is raised', () => {
  expect(evaluate(path('$.o.b'), document)).toEqual({ result: [1.5] });
  expect(evaluate(path('$.o.b[*]'), document)).toEqual({ result: [1.5] });
  expect(evaluate(path('$.rows[*].id'), document)).toEqual({ result: [1, 2] });
  expect(evaluate(path('$.nope'), document)).toEqual({ raises: 'PathNotFoundException' });
  expect(evaluate(path('$.o.a.sum()'), document)).toEqual({ raises: 'JsonPathException' });
  expect(evaluate(path('$.o'), null)).toEqual({ raises: 'IllegalArgumentException' });
});

test('selects lists with exceptions suppressed, and nothing where even that read raises', () => {
  expect(select(path('$.o.b'), document)).toEqual([[1.5]]);
  expect(select(path('$.nope'), document)).toEqual([]);
  expect(select(path('$.o.a.sum()'), document)).toEqual([]);
});

test('compiles once and reads many documents, each from a fresh state', () => {
  const scan = path('$..*.id');

  expect(evaluate(scan, document)).toEqual(evaluate(scan, document));
  expect(evaluate(path('$.o.b.append(2)'), document)).toEqual({ result: [1.5, 2] });
  expect(document.o.b).toEqual([1.5]);
});
