import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { burstDemand, dailyDemand } from '../../reports/capacity/demand.ts';
import { renderCapacityJson } from '../../reports/capacity/formats.ts';
import type { CapacityReport } from '../../reports/capacity/report.ts';
import { reportOf, stepsAt } from '../../reports/capacity/testing/report-of.ts';
import { writeCapacityReport } from '../../reports/capacity/write.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { readCapacity } from './read-capacity.ts';
import { runReportCommand } from './run-report-command.ts';

const print = () => undefined;
const usual = reportOf({ demands: [dailyDemand(120_000, 20), burstDemand(50_000, 600)] });
/** Of the last step so many are lost that its p99 and a phase have no end. */
const withoutEnd = reportOf({
  steps: stepsAt([100, 150, 210]).map((step) =>
    step.targetRate < 210
      ? step
      : {
          ...step,
          latenciesMs: step.latenciesMs.fill(Infinity, 1000),
          phases: { answered: step.latenciesMs.fill(Infinity, 1000) },
        },
  ),
});

const written = (folder: string, report: CapacityReport): string => {
  writeCapacityReport(folder, report);

  return folder;
};

for (const [what, report, code] of [
  ['a finished run', usual, 0],
  ['a run that lost most of a step', withoutEnd, 0],
  ['a run that found nothing', reportOf({ steps: stepsAt([100]) }), 2],
  ['a run that lacks headroom', reportOf({ demands: [dailyDemand(1e6, 20)] }), 1],
] as const)
  test(`${what} is rendered again, byte for byte, and ends as it ended`, async () => {
    using own = ownFolder();
    const files = () =>
      ['capacity.html', 'capacity.md', 'steps.csv', 'capacity.json'].map((name) =>
        readFileSync(join(own.path, name), 'utf8'),
      );
    written(own.path, report);
    const first = files();
    for (const name of ['capacity.html', 'capacity.md', 'steps.csv']) writeFileSync(join(own.path, name), '');

    expect(await runReportCommand({ folder: own.path, print })).toBe(code);
    expect(files()).toEqual(first);
  });

test('a result is read as it was before it was written', () => {
  using own = ownFolder();

  expect(readCapacity(written(own.path, withoutEnd))).toEqual(withoutEnd);
});

test('two runs are compared on the console and in files beside the later one', async () => {
  using one = ownFolder();
  using other = ownFolder();
  let text = '';
  const code = await runReportCommand({
    folder: written(one.path, usual),
    against: written(other.path, usual),
    print: (line) => {
      text += line;
    },
  });

  expect(code).toBe(0);
  expect(text).toContain('The capacity did not change by more than noise');
  expect(text).toContain(join(one.path, 'against.html'));
  expect(readFileSync(join(one.path, 'against.html'), 'utf8')).toContain('PASS: capacity against run 8f3c1d');
  expect(readFileSync(join(one.path, 'against.md'), 'utf8')).toMatch(/^## PASS: /);
});

const { steps: _, ...stepless } = usual;
for (const [words, text, told] of [
  ['half-written', renderCapacityJson(usual).slice(0, 900), /is not whole.*run capacity again/],
  ['empty', '', /is not whole/],
  [
    'of a newer program',
    JSON.stringify({ ...usual, schemaVersion: 2 }),
    /schemaVersion 2.*Install a newer one/,
  ],
  ['of something else', '[]', /no result of a run of capacity/],
  ['without its steps', JSON.stringify(stepless), /is not whole: parts of the result are missing/],
  ['with a step that is none', JSON.stringify({ ...usual, steps: [{ targetRate: 5 }] }), /is not whole/],
] as const)
  for (const place of ['folder', 'against'] as const)
    test(`a result that is ${words} as ${place} is told in a sentence`, async () => {
      using one = ownFolder();
      using other = ownFolder();
      written(one.path, usual);
      written(other.path, usual);
      writeFileSync(join(place === 'folder' ? one.path : other.path, 'capacity.json'), text);

      await expect(runReportCommand({ folder: one.path, against: other.path, print })).rejects.toThrow(told);
    });

test('a run of another kind to compare with, or none, is told in a sentence', async () => {
  using one = ownFolder();
  using other = ownFolder();
  written(one.path, usual);
  writeFileSync(join(other.path, 'conformance.json'), '{}');
  const compared = (against: string) => runReportCommand({ folder: one.path, against, print });

  await expect(compared(other.path)).rejects.toThrow(/capacity\.json cannot be read\. .*a run of capacity/);
  await expect(compared(join(other.path, 'gone'))).rejects.toThrow(/cannot be read/);
});

test('load runs are not compared, and that is said', async () => {
  using own = ownFolder();
  writeFileSync(join(own.path, 'load.json'), '{}');

  await expect(runReportCommand({ folder: own.path, against: own.path, print })).rejects.toThrow(
    /Two load runs are not compared/,
  );
});
