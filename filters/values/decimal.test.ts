import { expect, test } from '@playwright/test';
import { compareDecimals, decimalText, decimalToInt, parseDecimal } from './decimal.ts';

const decimal = (text: string) => {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`${text} is no decimal`);
  return parsed;
};

for (const [left, right, order] of [
  ['1', '1.0', 0],
  ['-0', '0.00', 0],
  ['1e400', '1', 1],
  ['9007199254740993', '9007199254740992', 1],
  ['-2', '-10', 1],
  ['0.1', '0.09999999999999999999', 1],
  ['1e2147483647', '1e2147483646', 1],
] as const) {
  test(`compares ${left} with ${right} exactly`, () => {
    expect(compareDecimals(decimal(left), decimal(right))).toBe(order);
    expect(compareDecimals(decimal(right), decimal(left))).toBe(0 - order);
  });
}

for (const [text, written] of [
  ['1.0', '1.0'],
  ['007', '7'],
  ['1e2', '1E+2'],
  ['0.0000001', '1E-7'],
  ['0.000001', '0.000001'],
  ['-.5', '-0.5'],
  ['1.50E3', '1.50E+3'],
  ['0e5', '0E+5'],
  ['٣', '3'],
] as const) {
  test(`writes ${text} as ${written}, as BigDecimal does`, () => {
    expect(decimalText(decimal(text))).toBe(written);
  });
}

test('refuses what BigDecimal refuses', () => {
  for (const text of ['', '-', '.', '1e', '1-1', '1 ', '0x1', '1e99999999999', 'e1']) {
    expect(parseDecimal(text)).toBeUndefined();
  }
});

test('cuts the fraction and wraps round at 32 bits', () => {
  expect(['1.9', '-1.9', '4294967297', '1e64', '0.5'].map((text) => decimalToInt(decimal(text)))).toEqual([
    1, -1, 1, 0, 0,
  ]);
});
