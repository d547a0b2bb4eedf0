import { expect, test } from '@playwright/test';
import { explain } from '../filters/index.ts';
import { explanationJson } from './explanation-json.ts';

const jsonOf = (expression: string, value: unknown): string =>
  explanationJson(explain(expression, value), [{ name: 'event\u009b.json', value }], 0);

test('what turns or hides text is an escape in the JSON, and the same text for who parses it', () => {
  const text = 'a\u202eb\u009bc\u{e0041}\u2028\u001b';
  const json = jsonOf('$[?(@.a)]', { a: text });

  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e\u2028]|\u{e0041}/u);
  expect(JSON.parse(json)).toMatchObject({ cases: [{ payload: 'event\u009b.json', values: [{ a: text }] }] });
});

test('a value that is too deep for JSON is left out, and said to be', () => {
  const deep: unknown = JSON.parse('{"a":['.repeat(30_000) + ']}'.repeat(30_000));

  expect(JSON.parse(jsonOf('$[?(@.a)]', deep))).toMatchObject({ compiles: true, schemaVersion: 1 });
});
