import { expect, test } from '@playwright/test';
import { explain, type Note } from '../index.ts';

const decision = {
  accessRequestId: 'r1',
  requestedFor: { id: '2c91', name: 'W' },
  requestedBy: { id: 'b1', name: 'Z' },
};

const only = (expression: string, payload: unknown) => {
  const explanation = explain(expression, payload);
  const [first] = explanation.compiles ? explanation.cases : [];
  if (first === undefined) throw new Error(`${expression} does not compile`);
  return first;
};

const warned = (expression: string): readonly Note[] => {
  const explanation = explain(expression);
  return explanation.compiles ? explanation.warnings : [];
};

test('names the property that is not there, what is, and where the compared value stands', () => {
  const { verdict, findings, notes, dialects } = only('$[?(@.id == "2c91")]', decision);

  expect(verdict).toBe('no match');
  expect(findings[0]?.absence).toEqual({
    at: '$',
    type: 'object',
    property: 'id',
    has: ['accessRequestId', 'requestedFor', 'requestedBy'],
    elsewhere: '$.requestedFor.id',
  });
  expect(notes).toMatchObject([{ code: 'value-elsewhere', try: '$.requestedFor[?(@.id == "2c91")]' }]);
  expect(dialects.map((dialect) => dialect.verdict)).toEqual(['no match', 'match']);
});

test('names the property that is spelled nearly like the missing one', () => {
  expect(only('$[?(@.accesRequestId == "r1")]', decision).findings[0]?.absence?.near).toBe('accessRequestId');
  expect(only('$[?(@.requestedfor)]', decision).findings[0]?.absence?.near).toBe('requestedFor');
});

test('offers a spelling on which both readings agree', () => {
  const payload = { changes: [{ attribute: 'phone' }] };

  expect(only('$.changes[?(@.oldValue == null)]', payload).readings).toEqual({
    default: 'no match',
    suppressed: 'match',
    differ: true,
    agreeing: '$.changes[?(@.oldValue && @.oldValue == null)]',
  });
});

test('points at the part of the expression that a finding is about', () => {
  const expression = '$.a[?(@.b == 1 && (@.c || @.d > 2))]';
  const { findings } = only(expression, { a: [{}] });

  expect(findings.map(({ span: [start, end] }) => expression.slice(start, end))).toEqual([
    '@.b == 1',
    '@.c',
    '@.d > 2',
  ]);
});

for (const [expression, code] of [
  ['$[?(@.a[*])]', 'always-true'],
  ['$[?(@..a)]', 'always-true'],
  ['$[?(!@.a[0,1])]', 'never-matches'],
  ['$[?(@.a != "x" || @.a != "y")]', 'always-true'],
  ['$[?(@.a == "x" && @.a == "y")]', 'never-matches'],
  ['$[?(@.a all ["x"])]', 'never-matches'],
  ['$[?(@.a > true)]', 'never-matches'],
  ['$[?(@.a in "x")]', 'never-matches'],
  ['$[?(@.a[?(@.b == 1)] == "x")]', 'never-matches'],
  ['$[?(@.a nin ["x"])]', 'true-for-absent'],
  ['$[?(@.a in [“x”])]', 'curly-quote'],
] as const) {
  test(`warns of ${expression}: ${code}`, () => {
    expect(warned(expression).map((note) => note.code)).toContain(code);
  });
}

for (const [expression, suggestion] of [
  ['$.a[?(@.b = 1)]', '$.a[?(@.b == 1)]'],
  ['$.a[?(@.b == 1 and @.c == 2)]', '$.a[?(@.b == 1 && @.c == 2)]'],
  ['$.a[(@.length-1)]', '$.a[-1]'],
  ['$.a[?(count(@.x[*]) == 2)]', '$.a[?(@.x size 2)]'],
  ['$.a[?match(@.x, "a.*")]', '$.a[?(@.x =~ /a.*/)]'],
  ['$.a[?(@.x == ‘y’)]', "$.a[?(@.x == 'y')]"],
] as const) {
  test(`offers ${suggestion} for ${expression}`, () => {
    const explanation = explain(expression);

    expect(explanation.compiles ? [] : explanation.notes.map((note) => note.try)).toContain(suggestion);
  });
}

test('tells of payloads that are too deep, too large or no JSON object at all', () => {
  const deep: unknown = JSON.parse('{"a":['.repeat(30_000) + ']}'.repeat(30_000));
  const large = Array.from({ length: 5_000 }, (_, id) => ({ id }));
  const explanation = explain('$..[?(@.id == 4999)]', deep, large, null, 1, 'text');

  expect(explanation.compiles && explanation.cases.map(({ verdict }) => verdict)).toEqual([
    'unknown',
    'match',
    'no match',
    'no match',
    'no match',
  ]);
});
