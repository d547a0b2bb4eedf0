import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { renderJson } from '../../reports/conformance/json.ts';
import type { ConformanceReport } from '../../reports/conformance/report.ts';
import {
  brokenRecord,
  errorRecord,
  otherBrokenRecord,
  sampleReport,
} from '../../reports/conformance/samples.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { writeRun } from '../../reports/write-run.ts';
import { against } from './against.ts';
import { runReportCommand } from './run-report-command.ts';

const print = () => undefined;
const old = sampleReport([brokenRecord()]);

test('a finished run is rendered again, byte for byte', async () => {
  using own = ownFolder();
  const folder = join(own.path, 'run');
  writeRun(folder, old);
  const files = () =>
    ['conformance.html', 'conformance.md', 'junit.xml', 'conformance.json'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
  const first = files();

  expect(await runReportCommand({ folder, print })).toBe(0);
  expect(files()).toEqual(first);
});

for (const [words, text, told] of [
  ['half-written', renderJson(old).slice(0, 900), /is not whole/],
  ['of a newer program', renderJson({ ...old, schemaVersion: 2 as 1 }), /schemaVersion 2.*newer/],
  ['of something else', '[]', /no result of a gate/],
  ['without its parts', '{"schemaVersion":1,"verdict":"PASS"}', /is not whole/],
] as const) {
  test(`a result that is ${words} is told in a sentence`, async () => {
    using own = ownFolder();
    mkdirSync(own.path, { recursive: true });
    writeFileSync(join(own.path, 'conformance.json'), text);

    await expect(runReportCommand({ folder: own.path, print })).rejects.toThrow(told);
  });
}

test('a folder without a result is told in a sentence', async () => {
  using own = ownFolder();

  await expect(runReportCommand({ folder: own.path, print })).rejects.toThrow(
    /holds no result.*finished run/,
  );
});

for (const [words, now, code] of [
  ['the old break alone', sampleReport([brokenRecord()]), 0],
  ['a new break beside it', sampleReport([brokenRecord(), otherBrokenRecord()]), 1],
  ['the old break and what could not be judged', sampleReport([brokenRecord(), errorRecord()]), 2],
] as const satisfies readonly (readonly [string, ConformanceReport, number])[]) {
  test(`with --only-new, ${words} ends with ${code}`, () => {
    expect(against(old, now, { onlyNew: true, print })).toBe(code);
    expect(against(old, now, { print })).toBe(1);
  });
}

test('two folders are compared: what is newly broken ends with 1, what was broken before with 0', async () => {
  using own = ownFolder();
  const [before, now] = [join(own.path, 'before'), join(own.path, 'now')];
  writeRun(before, old);
  writeRun(now, sampleReport([brokenRecord(), otherBrokenRecord()]));
  const said: string[] = [];
  const compared = (folder: string, other: string) =>
    runReportCommand({ folder, against: other, print: (text) => said.push(text) });

  expect(await compared(now, before)).toBe(1);
  expect(said.join('')).toMatch(
    /1 newly broken, 1 still broken, 0 kept again[\s\S]* {2}NEW {6}triggers\.fields/,
  );
  expect(await compared(before, now)).toBe(0);
  await expect(compared(now, join(own.path, 'nowhere'))).rejects.toThrow(/cannot be read.*is finished/);
});
