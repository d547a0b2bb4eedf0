import { expect, test } from '@playwright/test';
import { counted, cut, oneLine, visible, visibleLines, withoutAnsi } from './text.ts';

test('shows control characters, turned text and halves of surrogate pairs in place of obeying them', () => {
  expect(visible('a\u001b[31mb\u0000c\u202ed\ud800e')).toBe('a\\u001b[31mb\\u0000c\\u202ed\\ud800e');
});

test('shows line and paragraph separators, and tags beyond the first plane', () => {
  expect(visible('a\u2028b\u2029c\u{e0001}')).toBe('a\\u2028b\\u2029c\\u{e0001}');
});

test('leaves letters of every script as they are', () => {
  expect(visible('Größe 日本 \u{1f600}')).toBe('Größe 日本 \u{1f600}');
});

test('keeps the line ends of a text of several lines', () => {
  expect(visibleLines('a\nb\r\nc')).toBe('a\nb\\u000d\nc');
});

test('takes ANSI sequences away as a whole', () => {
  expect(withoutAnsi('\u001b[31mred\u001b[39m \u001b]8;;http://x\u0007link\u001b]8;;\u0007')).toBe(
    'red link',
  );
});

test('cuts a long text and says how long it was', () => {
  expect(cut('x'.repeat(10_000), 5)).toBe('xxxxx... (10000 characters)');
  expect(cut('short', 5)).toBe('short');
});

test('never cuts a surrogate pair in two', () => {
  expect(cut('ab\u{1f600}cd', 3)).toBe('ab... (6 characters)');
});

test('makes one line of several', () => {
  expect(oneLine('  a\n\tb \r\n c ')).toBe('a b c');
});

test('counts in words', () => {
  expect([counted(0, 'cell'), counted(1, 'cell'), counted(2, 'cell')]).toEqual([
    '0 cells',
    '1 cell',
    '2 cells',
  ]);
});
