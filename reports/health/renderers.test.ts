import { expect, test } from '@playwright/test';
import { junitProblems } from '../render/testing/junit-problems.ts';
import { renderHealthConsole } from './console.ts';
import type { Finding } from './finding.ts';
import type { DatedFinding } from './health-report.ts';
import { renderHealthJunit } from './junit.ts';
import { renderHealthMarkdown } from './markdown.ts';
import { failsNight, tellsNews } from './report.ts';
import { firstNight } from './testing/first-night.ts';
import { nightOf } from './testing/night.ts';
import { snapshotOf, taken, triggerOf } from './testing/samples.ts';

const plain = { colour: false, reportPath: 'health.html' };
const finding = (n: number, parts: Partial<Finding> = {}): Finding => ({
  id: 'subscription.disabled',
  severity: 'info',
  subject: { kind: 'subscription', id: `s${n}`, name: `watch ${n}`, triggerId: 'idn:source-created' },
  what: 'It is switched off.',
  impact: 'no event reaches it',
  advice: 'Remove it.',
  ...parts,
});
const dated = (parts: Partial<DatedFinding> = {}): DatedFinding => ({
  ...finding(1, { severity: 'error' }),
  fingerprint: 'f',
  state: 'new',
  since: new Date(taken).toISOString(),
  ...parts,
});

test('the console tells what is wrong, then what earlier nights say, the API, the verdict, the report and one next step, last', () => {
  const lines = renderHealthConsole(nightOf(), plain).trimEnd().split('\n');
  const words = lines.flatMap((line) => /^[A-Z][A-Za-z]+(?= )/.exec(line) ?? []);

  expect(words).toEqual(['ERROR', 'WARNING', 'INFO', 'Drift', 'Trends', 'API', 'FAIL', 'Report', 'Next']);
  expect(lines.find((line) => line.startsWith('FAIL'))).toMatch(/\(exit 1\)$/);
});

test('the next step names whom it is about', () => {
  const text = renderHealthConsole(nightOf(), plain);

  expect(text).toMatch(
    /^Next {4}"Manager <b>approval<\/b>" on idn:identity-created: Read the log of hooks\.example\.com from /m,
  );
});

test('a night that was read in part says which lists were not, and counts none of them', () => {
  const unread = ['listSubscriptions', 'listTriggerInvocationStatus'] as const;
  const report = nightOf({
    snapshot: snapshotOf({ triggers: [triggerOf()], unread }),
    problems: ['listSubscriptions answers 500'],
    past: firstNight([], new Date(taken).toISOString()),
  });

  for (const text of [renderHealthConsole(report, plain), renderHealthMarkdown(report, 60_000)]) {
    expect(text).toContain('1 trigger, not read: listSubscriptions, listTriggerInvocationStatus, 1 request');
    expect(text).not.toContain('0 statuses');
  }
});

test('many remarks of one kind stand in one line, and errors one by one', () => {
  const of = (severity: 'info' | 'error') =>
    renderHealthConsole(
      nightOf({
        past: firstNight(
          [1, 2, 3, 4, 5].map((n) => finding(n, { severity })),
          new Date(taken).toISOString(),
        ),
      }),
      plain,
    );

  expect(of('info')).toContain('5 times, new: "watch 1", "watch 2", "watch 3" and 2 more, see the report');
  expect(of('error').match(/^ERROR/gm)).toHaveLength(5);
});

test('Markdown stays below its limit and says how many it left out', () => {
  const many = Array.from({ length: 500 }, (_, n) =>
    finding(n, { severity: 'error', what: 'é'.repeat(300) }),
  );
  const text = renderHealthMarkdown(
    nightOf({ past: firstNight(many, new Date(taken).toISOString()) }),
    20_000,
  );

  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
  expect(text).toMatch(/^## FAIL: 500 errors \(new\), 0 resolved/);
  expect(text).toMatch(/\d+ more, see report/);
});

test('a mail tells what is new of a kind one by one, and what has long been known of it together', () => {
  const many = Array.from({ length: 100 }, (_, n) =>
    dated({ ...finding(n, { severity: 'warning' }), fingerprint: `${n}`, state: n === 7 ? 'new' : 'known' }),
  );
  const past = { ...firstNight([], new Date(taken).toISOString()), night: 2, findings: many };
  const text = renderHealthMarkdown(nightOf({ past }), 60_000);

  expect(text.match(/^### .*/gm)).toEqual([
    '### WARNING subscription.disabled: ` "watch 7" on idn:source-created `',
    '### WARNING subscription.disabled',
  ]);
  expect(text).toContain('99 times, known: "watch 0", "watch 1", "watch 2" and 96 more, see the report');
  expect(Buffer.byteLength(text)).toBeLessThan(3000);
});

test('JUnit has a failure for what counts, a pass for what does not, and an error for a night that was not judged', () => {
  const unjudged = nightOf({
    problems: ['the tenant is gone'],
    past: firstNight([], new Date(taken).toISOString()),
  });

  expect(renderHealthJunit(nightOf())).toContain('tests="4" failures="1" errors="0"');
  expect(renderHealthJunit(unjudged)).toContain('tests="1" failures="0" errors="1"');
  expect(renderHealthJunit(unjudged)).toContain('message="the tenant is gone"');
});

test('the JUnit of a night is one that GitHub, GitLab and Jenkins read', async () => {
  expect(await junitProblems(renderHealthJunit(nightOf()))).toEqual([]);
});

test('what a tenant wrote controls no terminal and is no markup', () => {
  const subject = { kind: 'subscription', id: 's1', name: '\u001b[31m<script>`x`' } as const;
  const report = nightOf({ past: firstNight([finding(1, { subject })], new Date(taken).toISOString()) });

  for (const text of [
    renderHealthConsole(report, plain),
    renderHealthMarkdown(report, 60_000),
    renderHealthJunit(report),
  ])
    expect(text).not.toContain('\u001b');
  expect(renderHealthJunit(report)).not.toContain('<script>');
});

test('a night fails for what stands and is severe enough, not for what is acknowledged, resolved or known of old', () => {
  const strict = { failOn: 'error', onlyNew: false } as const;

  expect(failsNight(dated(), strict)).toBe(true);
  expect(failsNight(dated({ severity: 'warning' }), strict)).toBe(false);
  expect(failsNight(dated({ severity: 'warning' }), { ...strict, failOn: 'info' })).toBe(true);
  expect(failsNight(dated({ state: 'resolved' }), strict)).toBe(false);
  expect(failsNight(dated({ state: 'known' }), strict)).toBe(true);
  expect(failsNight(dated({ state: 'known' }), { ...strict, onlyNew: true })).toBe(false);
  expect(failsNight(dated({ acknowledged: '2026-06-30' }), strict)).toBe(false);
});

test('news is what is new, resolved or could not be judged', () => {
  const told = (...findings: readonly DatedFinding[]) => tellsNews({ verdict: 'PASS', findings, drift: [] });

  expect([told(dated()), told(dated({ state: 'resolved' }))]).toEqual([true, true]);
  expect([told(), told(dated({ state: 'known' })), told(dated({ acknowledged: '2026-06-30' }))]).toEqual([
    false,
    false,
    false,
  ]);
  expect(tellsNews({ verdict: 'INCOMPLETE', findings: [], drift: [] })).toBe(true);

  const subject = { kind: 'trigger', id: 'idn:a', name: 'A' } as const;
  const drift = (against: 'last night' | 'contract') =>
    [{ against, change: 'came', subject, breaking: false, severity: 'info' }] as const;
  expect(tellsNews({ verdict: 'PASS', findings: [], drift: drift('last night') })).toBe(true);
  expect(tellsNews({ verdict: 'PASS', findings: [], drift: drift('contract') })).toBe(false);
});

test('the triggers of a tenant that no documentation lists are named (FC-046)', () => {
  const triggers = [triggerOf(), triggerOf({ id: 'idn:machine-identity-created' })];
  const report = nightOf({ snapshot: snapshotOf({ triggers }) });

  expect(report.read.undocumentedTriggers).toEqual(['idn:machine-identity-created']);
  expect(renderHealthConsole(report, plain)).toContain(
    '2 triggers (not documented: idn:machine-identity-created), ',
  );
});
