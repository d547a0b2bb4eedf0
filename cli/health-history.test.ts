import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { HealthReport } from '../reports/health/health-report.ts';
import { ownFolder } from '../reports/own-folder.ts';
import { runProgram } from './testing/run-program.ts';

test.setTimeout(180_000);

const inFolder = (cwd: string) => ({
  run: (...args: readonly string[]) => runProgram(['health', ...args], { cwd }),
  report: (): HealthReport => JSON.parse(readFileSync(join(cwd, 'results/latest/health.json'), 'utf8')),
  nights: () => readdirSync(join(cwd, 'results/history/mock')).filter((name) => name.endsWith('.parquet')),
});

test('a second night knows the first, and fails for nothing new', async () => {
  using own = ownFolder();
  const { run, report, nights } = inFolder(own.path);
  const first = await run('--fail-on', 'warning', '--only-new', '--quiet');
  const { findings: found, ...firstReport } = report();
  const second = await run('--fail-on', 'warning', '--only-new', '--quiet');
  const again = report();

  expect([first.code, second.code]).toEqual([1, 0]);
  expect(firstReport).toMatchObject({ night: 1, trends: [] });
  expect(first.stdout).toContain('Drift   the first night: nothing to compare with yet');
  expect(found.every(({ state }) => state === 'new')).toBe(true);
  expect(again.night).toBe(2);
  expect(again.findings.map(({ fingerprint, state, since }) => [fingerprint, state, since])).toEqual(
    found.map(({ fingerprint, since }) => [fingerprint, 'known', since]),
  );
  expect(again.drift.filter(({ against }) => against === 'last night')).toEqual([]);
  expect(nights()).toHaveLength(2);
});

test('what is acknowledged fails no night, wherever the history lies', async () => {
  using own = ownFolder();
  const { run, report } = inFolder(own.path);
  const where = ['--history', 'nights'];
  await run('--quiet', ...where);
  const warnings = report().findings.filter(({ severity }) => severity === 'warning');
  for (const { fingerprint } of warnings.slice(0, 2)) {
    const said = await run('acknowledge', fingerprint, '--until', '2999-12-31', ...where);
    expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('until the end of 2999-12-31') });
  }

  await run('--quiet', ...where);

  const { findings } = report();
  expect(findings.filter(({ acknowledged }) => acknowledged === '2999-12-31')).toHaveLength(2);
});

for (const [title, args, told] of [
  ['a day that is over', ['0123456789abcdef', '--until', '2020-01-01'], '--until 2020-01-01 is over'],
  ['what is no day', ['0123456789abcdef', '--until', '2026-02-30'], '--until 2026-02-30 is no day'],
  [
    'a finding of a history that is not there',
    ['0123456789abcdef', '--until', '2999-01-01'],
    'No finding stands',
  ],
] as const) {
  test(`acknowledges no ${title}, and says why`, async () => {
    using own = ownFolder();
    const { code, stderr } = await inFolder(own.path).run('acknowledge', ...args);

    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('    at ');
  });
}

test('acknowledges no finding that does not stand, and shows those that do', async () => {
  using own = ownFolder();
  const { run, report } = inFolder(own.path);
  await run('--quiet');

  const { code, stderr } = await run('acknowledge', 'fffffffffffffffe', '--until', '2999-12-31');

  expect(code).toBe(2);
  expect(stderr).toContain('No finding fffffffffffffffe stands');
  expect(stderr).toContain(report().findings[0]?.fingerprint ?? '-');
});

test('a damaged night is named', async () => {
  using own = ownFolder();
  const { run, nights } = inFolder(own.path);
  await run('--quiet');
  truncateSync(join(own.path, 'results/history/mock', nights()[0] ?? ''), 100);

  const damaged = await run('--quiet');

  expect(damaged.code).toBe(0);
  expect(damaged.stdout).toMatch(/^Damaged .*\.parquet cannot be read and was left out/m);
});

test('a history that cannot be read keeps no night from being judged, told and seen in the heartbeat', async () => {
  using own = ownFolder();
  const { run, report } = inFolder(own.path);
  writeFileSync(join(own.path, 'file'), '');
  const options = ['--notify-command', 'cat > told.md', '--notify-on-change', '--fail-on', 'warning'];

  const { code, stdout } = await run('--quiet', '--history', 'file', ...options);
  const { verdict, exitCode, reasons, findings, read } = report();
  const told = readFileSync(join(own.path, 'told.md'), 'utf8');
  const heartbeat = JSON.parse(readFileSync(join(own.path, 'results/heartbeat.json'), 'utf8'));

  expect([code, verdict, exitCode, read.unread]).toEqual([2, 'INCOMPLETE', 2, []]);
  expect(reasons).toEqual([
    expect.stringMatching(/The history in .*file\/mock cannot be read: .*Name another folder with --history/),
  ]);
  expect(findings.length).toBeGreaterThan(0);
  expect(stdout).toMatch(/^INCOMPLETE {2}The history in .*This night is not kept\. {2}\(exit 2\)$/m);
  expect(stdout).toContain('  since   not known: earlier nights could not be read');
  expect(told).toMatch(
    /^## INCOMPLETE: could not be judged against earlier nights: no errors, \d+ warnings, /,
  );
  expect(told).not.toContain('(new)');
  expect(heartbeat).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 2 });
});

test('results that cannot be written keep no news from anybody, and the night is kept', async () => {
  using own = ownFolder();
  const { run } = inFolder(own.path);
  writeFileSync(join(own.path, 'file'), '');
  const where = ['--results', 'file', '--history', 'history', '--heartbeat', 'beat/heartbeat.json'];

  const { code, stdout, stderr } = await run('--quiet', ...where, '--notify-command', 'cat > told.md');

  expect(code).toBe(2);
  expect(stdout).toMatch(/^Report {2}not written$/m);
  expect(stderr).toMatch(/^The reports could not be written; .*--results\. The folder .* cannot be made/m);
  expect(readFileSync(join(own.path, 'told.md'), 'utf8')).toMatch(/^## PASS/);
  expect(JSON.parse(readFileSync(join(own.path, 'beat/heartbeat.json'), 'utf8'))).toMatchObject({
    verdict: 'PASS',
    exitCode: 2,
  });
  expect(readdirSync(join(own.path, 'history/mock'))).toHaveLength(1);
});

test('a heartbeat that cannot be written is told', async () => {
  using own = ownFolder();
  writeFileSync(join(own.path, 'file'), '');

  const { code, stderr } = await inFolder(own.path).run('--quiet', '--heartbeat', 'file/heartbeat.json');

  expect(code).toBe(2);
  expect(stderr).toMatch(/^The heartbeat could not be written to .*Name another file with --heartbeat\.$/m);
});

test('an OpenAPI file that cannot be compared is told before a request is sent', async () => {
  using own = ownFolder();
  const { run } = inFolder(own.path);
  const { code, stderr, stdout } = await run('--openapi', 'missing.yaml');

  expect(code).toBe(2);
  expect(stderr).toContain('missing.yaml cannot be read as OpenAPI');
  expect(stdout).toBe('');
});
