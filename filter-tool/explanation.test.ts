import { expect, test } from '@playwright/test';
import { triggers } from '../contracts/triggers/index.ts';
import { told } from './testing/told.ts';

const decision = {
  accessRequestId: 'r1',
  requestedFor: { id: '2c91808b6ef1d43e016efba0ce470909', name: 'W' },
  requestedItemsStatus: [],
  requestedBy: { id: 'b1', name: 'Z' },
};

test('explains a mismatch: what is missing, what is there, where the value stands, and what fits', () => {
  const { exitCode, text } = told('$[?(@.id == "2c91808b6ef1d43e016efba0ce470909")]', decision);

  expect(exitCode).toBe(1);
  expect(text).toBe(`NO MATCH  The tenant sends nothing for this event, and no status appears.  (exit 1)

  $[?(@.id == "2c91808b6ef1d43e016efba0ce470909")]
      ^^^^ not there: $ has no property "id"
  tested  $, an object: Jayway tests the object itself, not its members
  has     accessRequestId, requestedFor, requestedItemsStatus, requestedBy
  near    $.requestedFor.id holds exactly this value

Dialect                    result    because
  tenant (Jayway)          no match  it tests $ itself, not its members, or each element where $ is a list
  jsonpath-plus, RFC 9535  match     they test each member of $, not $ itself

Try   $.requestedFor[?(@.id == "2c91808b6ef1d43e016efba0ce470909")]
      Matches here.
      Tools of the other dialects say "no match" to it on this event. The tenant follows Jayway.

Next  keep what must and must not match as cases: npx isc-triggers filter test --help
`);
});

test('of several elements, explains the one that comes nearest and tells what the others have', () => {
  const { text } = told('$.changes[?(@.attribute == "phone" && @.newValue == "1")]', {
    changes: [
      { attribute: 'email', newValue: 'a' },
      { attribute: 'phone', newValue: '2' },
    ],
  });

  expect(text).toContain(' ^^^^^^^^^^^^^^^^^ false, @.newValue is "2"');
  expect(text).toContain('it holds for 0; $.changes[1] comes nearest');
  expect(text).toContain('$.changes[0]  @.attribute is "email"; @.newValue is "a"');
});

test('says so where the predicate holds and what follows it selects nothing', () => {
  const { text, json } = told('$.changes[?(@.attribute == "a")].oldValue', { changes: [{ attribute: 'a' }] });

  expect(text).toContain('^^^^^^^^^ selects nothing');
  expect(text).toContain('the first predicate holds for $.changes[0], and what follows it selects nothing');
  expect(json).toMatchObject({
    cases: [{ because: expect.stringContaining('what follows it selects nothing') }],
  });
});

test('tells a list from an object that lacks a property, and names one that is spelled nearly like it', () => {
  expect(told('$[?(@.changes.attribute == "a")]', { changes: [{ attribute: 'a' }] }).text).toContain(
    '$.changes is a list: a predicate on it, or [*], reaches its elements',
  );
  expect(told('$.chagnes[?(@.a)]', { changes: [] }).text).toContain('"changes" is spelled nearly like it');
});

test('tells what raises, on the node that it raises for', () => {
  const { text } = told('$.list[?(@.a empty true)]', { list: [{ a: 1 }, { a: { b: 1 } }] });

  expect(text).toContain('the library raises ClassCastException here');
});

test('shows control characters of a payload and of an expression, and does not print them', () => {
  const evil = 'a\u001b[31m\u0007\u202e\u2028\nMATCH  fake';
  const { text, evaluation, json } = told(`$[?(@.x == "y\u001b" && @.z == 1)]`, { [evil]: 1, x: evil });

  expect(text + evaluation).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2028]/);
  expect(text).not.toMatch(/^MATCH/m);
  expect(text).toContain('"y\\u001b"');
  expect(json).toMatchObject({ cases: [{ payload: 'event-1.json' }] });
});

test('puts the caret under the right column behind wide and escaped characters', () => {
  const { text } = told('$[?(@.a == "日本\u0007" && @.b == 1)]', { a: '日本\u0007', b: 2 });
  const [source = '', marks = ''] = text.split('\n').slice(2);

  expect(source).toBe('  $[?(@.a == "日本\\u0007" && @.b == 1)]');
  expect(marks.indexOf('^')).toBe(source.indexOf('@.b') + 2);
});

test('shows a part of a very long expression, around what it is about', () => {
  const long = Array.from({ length: 100 }, (_, index) => `@.a${index} == 1`).join(' && ');
  const { text } = told(
    `$[?(${long})]`,
    Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`a${index}`, index === 60 ? 2 : 1])),
  );
  const source = text.split('\n').find((line) => line.includes('@.a60 == 1')) ?? '';

  expect(source.length).toBeLessThan(150);
  expect(text).toContain('false, @.a60 is 2');
});

test('says something sensible for payloads that are no objects, or too deep', () => {
  const deep: unknown = JSON.parse('{"a":['.repeat(30_000) + ']}'.repeat(30_000));

  for (const payload of [null, 1, 'text', true, [], [{ id: 1 }], {}, deep]) {
    const { text, exitCode } = told('$[?(@.id == 1)]', payload);
    expect(text).toMatch(/^(MATCH|NO MATCH|UNKNOWN) /);
    expect([0, 1, 2]).toContain(exitCode);
  }
});

const usual = [
  '$[?(@.id)]',
  '$[?(@.identity.name == "x")]',
  '$.changes[?(@.attribute == "department")]',
  '$..[?(@.type == "IDENTITY")]',
  '$[?(@.status != "Failed")]',
  '$.requestedItems[*].name',
  '$[?(@.stats.added > "3")]',
  '$.source.name == "x"',
  '$..*.id',
  '$.x.length()',
] as const;

for (const { id, sampleInput } of triggers) {
  test(`explains usual filters on the sample of ${id}`, () => {
    for (const expression of usual) {
      const { text, evaluation, exitCode } = told(expression, sampleInput);
      const words = ['MATCH', 'NO MATCH', '(?:UNKNOWN|DOES NOT COMPILE)'];
      expect(text).toMatch(new RegExp(`^${words[exitCode]}  .*\\(exit ${exitCode}\\)$`, 'm'));
      expect(evaluation).toMatch(new RegExp(`^${words[exitCode]} .*\\(exit ${exitCode}\\)$`, 'm'));
      expect(`${text}${evaluation}`.replace(/it throws: .*/g, '')).not.toMatch(
        /undefined|\[object|NaN|^\s+at \w/m,
      );
    }
  });
}
