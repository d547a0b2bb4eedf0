import { expect, test } from '@playwright/test';
import { limitOf } from './limit.ts';
import { rightScenario } from './testing.ts';

const run = (machineCpuShare: number | null, verdict: 'PASS' | 'INVALID' = 'INVALID') =>
  limitOf({
    verdict,
    certificate: rightScenario.certificate,
    conditions: { workload: 'load', rate: 500, k6: '2.2.0', quota: 'off', cores: 2, machineCpuShare },
  });

test('a machine that was full is what limits a run that did not pass', () => {
  expect(run(0.999)).toContain('this machine: 99.9 % of its 2 cores was in use, 30 % by the generator');
});

test('nothing is said of a machine with time left, one that nobody looked at, or a run that passed', () => {
  expect(run(0.9)).toBeUndefined();
  expect(run(null)).toBeUndefined();
  expect(run(0.999, 'PASS')).toBeUndefined();
});
