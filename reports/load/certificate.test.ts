import { expect, test } from '@playwright/test';
import { certify, type Generation } from './certificate.ts';
import { rightGeneration, usualSlo } from './testing.ts';

const certified = (change: Partial<Generation>) =>
  certify({ ...rightGeneration, ...change }, usualSlo.certificate);

test('a generator that did what it was told is trusted', () => {
  expect(certified({})).toEqual({
    valid: true,
    rateError: 0,
    latenessP99Ms: 2,
    cpuShare: 0.3,
    lateDrops: 0,
    reasons: [],
  });
});

test('no sample is no measurement, and the first error says why (FC-055)', () => {
  const { valid, reasons } = certified({
    unmade: 1000,
    latenessP99Ms: undefined,
    emptyMeasures: ['any phase'],
    faults: ['k6 said: TypeError: x is not a function'],
  });

  expect(valid).toBe(false);
  expect(reasons).toEqual([
    'k6 said: TypeError: x is not a function',
    'the generator started nothing',
    expect.stringContaining('100 % of the intended starts'),
    'no samples for any phase',
  ]);
});

test('drops since too few virtual users waited make every rate "at least" (FC-056)', () => {
  const { valid, rateError, lateDrops, reasons } = certified({
    intended: 81,
    waitingDrops: 69,
    users: { most: 3, enough: 200 },
  });

  expect(valid).toBe(false);
  expect(rateError).toBeCloseTo(69 / 81, 5);
  expect(lateDrops).toBe(69);
  expect(reasons.join('\n')).toMatch(
    /all 3 virtual users waited; 200 would cover rate x deadline.*"at least"/,
  );
});

test("the same drops are the target's where the users cover rate x deadline", () => {
  expect(certified({ waitingDrops: 69 })).toMatchObject({ valid: true, rateError: 0, lateDrops: 0 });
});

test('one late drop is enough not to trust the rest', () => {
  expect(certified({ lateDrops: 1 })).toMatchObject({ valid: false, lateDrops: 1 });
});

for (const [what, change, reason] of [
  ['starts late', { latenessP99Ms: 10.1 }, 'p99 10.1 ms'],
  ['uses the machine up', { cpuShare: 0.81 }, '81 % of the machine'],
  ['starts too few', { unmade: 11 }, '1.1 % of the intended starts'],
] as const)
  test(`a generator that ${what} is not trusted`, () => {
    const { valid, reasons } = certified(change);

    expect(valid).toBe(false);
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });

for (const change of [{ latenessP99Ms: 10 }, { cpuShare: 0.8 }, { unmade: 10 }])
  test(`at its limit a generator is trusted: ${JSON.stringify(change)}`, () => {
    expect(certified(change).valid).toBe(true);
  });

test('runners without work are named (FC-058)', () => {
  expect(certified({ idleRunners: [3, 4] }).reasons).toEqual(['runners 3 and 4 had no virtual user']);
});
