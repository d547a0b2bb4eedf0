import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { nightOf } from '../../reports/health/testing/night.ts';
import { writeHealth } from '../../reports/health/write.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { runReportCommand } from './run-report-command.ts';

const files = ['health.html', 'health.md', 'junit.xml', 'health.json'];
const print = () => undefined;

test('a night is rendered again, byte for byte, and ends as it ended', async () => {
  using own = ownFolder();
  const folder = join(own.path, 'night');
  const report = nightOf();
  writeHealth(folder, report);
  const read = () => files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const first = read();
  for (const name of files.slice(0, -1)) writeFileSync(join(folder, name), '');
  let text = '';

  const code = await runReportCommand({
    folder,
    print: (line) => {
      text += line;
    },
  });

  expect(code).toBe(report.exitCode);
  expect(text).toContain(join(folder, 'health.html'));
  expect(read()).toEqual(first);
});

for (const [words, text, told] of [
  ['half-written', JSON.stringify(nightOf()).slice(0, 300), /is not whole.*run health again/i],
  ['of a newer program', JSON.stringify({ ...nightOf(), schemaVersion: 2 }), /schemaVersion 2/],
  ['without its findings', JSON.stringify({ ...nightOf(), findings: undefined }), /is not whole/],
] as const)
  test(`a night that is ${words} is told in a sentence`, async () => {
    using own = ownFolder();
    writeFileSync(join(own.path, 'health.json'), text);

    await expect(runReportCommand({ folder: own.path, print })).rejects.toThrow(told);
  });

test('two nights are not compared, and it says what compares them', async () => {
  using own = ownFolder();
  writeFileSync(join(own.path, 'health.json'), '{}');

  await expect(runReportCommand({ folder: own.path, against: own.path, print })).rejects.toThrow(
    /from its history/,
  );
});
