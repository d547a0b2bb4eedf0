import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleRecord, sampleReport } from './conformance/samples.ts';
import { pointLatest } from './latest.ts';
import { ownFolder } from './own-folder.ts';
import { appendGithubSummary, writeRun } from './write-run.ts';

const report = sampleReport([sampleRecord()]);

test('writes all files whole and lets latest be the run', () => {
  using own = ownFolder();
  const results = own.path;
  const written = writeRun(join(results, 'one'), report);

  expect(written).toEqual({
    json: join(results, 'one', 'conformance.json'),
    junit: join(results, 'one', 'junit.xml'),
    latest: join(results, 'latest'),
  });
  expect(readdirSync(join(results, 'one')).sort()).toEqual([
    'conformance.html',
    'conformance.json',
    'conformance.md',
    'junit.xml',
  ]);
  expect(readFileSync(join(results, 'latest', 'conformance.json'), 'utf8')).toContain('"verdict": "PASS"');
});

test('moves latest from run to run', () => {
  using own = ownFolder();
  const results = own.path;
  writeRun(join(results, 'one'), report);
  writeRun(join(results, 'two'), sampleReport([]));

  expect(lstatSync(join(results, 'latest')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(results, 'latest', 'conformance.json'), 'utf8')).toContain(
    '"verdict": "INCOMPLETE"',
  );
  expect(readdirSync(results).sort()).toEqual(['latest', 'one', 'two']);
});

test('copies where there are no symbolic links', () => {
  using own = ownFolder();
  const results = own.path;
  mkdirSync(join(results, 'one'));
  writeFileSync(join(results, 'one', 'conformance.json'), '{}');

  const latest = pointLatest(join(results, 'one'), () => {
    throw new Error('EPERM');
  });

  expect(readFileSync(join(latest, 'conformance.json'), 'utf8')).toBe('{}');
});

test('never overwrites an earlier run when it copies', () => {
  using own = ownFolder();
  const results = own.path;
  writeRun(join(results, 'one'), report);
  mkdirSync(join(results, 'two'));
  writeFileSync(join(results, 'two', 'conformance.json'), '{}');

  pointLatest(join(results, 'two'), () => {
    throw new Error('EPERM');
  });

  expect(readFileSync(join(results, 'one', 'conformance.json'), 'utf8')).toContain('PASS');
  expect(readFileSync(join(results, 'latest', 'conformance.json'), 'utf8')).toBe('{}');
});

test('appends to the job summary, whether the file is there or not', () => {
  using own = ownFolder();
  const results = own.path;
  const file = join(results, 'summary.md');

  appendGithubSummary(file, report);
  appendGithubSummary(file, report);

  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8').match(/^## PASS/gm)).toHaveLength(2);
});

test('loses no verdict over a job summary whose path leads nowhere', () => {
  using own = ownFolder();

  expect(appendGithubSummary(join(own.path, 'not', 'mounted', 'summary.md'), report)).toBe(false);
});
