import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { systemClock } from '../../mock/clock.ts';
import { createFreeze } from '../../mock/load/freeze.ts';
import { createQueue } from '../../mock/load/queue.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { lostAndDoubled } from './lost-and-doubled.ts';
import { knownRun, limitsFile, needsK6, scenarioOf } from './run.ts';

test.beforeEach(needsK6);

const events = ['--scenario', 'dispatch-latency', '--mode', 'FIRE_AND_FORGET'];
const unseen = [...events, '--no-visible'];

/** The generator's lateness is judged by other tests; here the numbers count, on a machine with other work as well. */
const share = (value: number, of: number): number => Math.abs(value / of - 1);

test('a freeze of 6 s in 60 s is seen by every event that was due meanwhile: p99 is 5.4 s', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'freeze=20s:6s'],
    load: [...unseen, '--workload', 'load', '--rate', '20'],
  });
  const { phases, accounting } = scenarioOf(run, 'dispatch-latency');

  expect(share(phases.accepted?.p99 ?? 0, 5400)).toBeLessThan(0.02);
  expect(accounting?.deliveries).toMatchObject({ lost: 0, doubled: 0 });
});

test('what the tenant drops and doubles is what the report says is lost and doubled', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'dropDispatch=0.02,duplicateDispatch=0.03'],
    load: [...unseen, '--rate', '50'],
  });
  const counted = lostAndDoubled(run);

  expect(counted.dropped).toBeGreaterThan(0);
  expect(counted.duplicated).toBeGreaterThan(0);
  expect(run.control).toMatchObject(counted);
  expect(run.code).not.toBe(0);
});

test('two workers of 10 ms carry 200 events a second, whatever is asked of them', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'service=10ms,workers=2'],
    load: [...unseen, '--rate', '240'],
  });
  const { achievedRate } = scenarioOf(run, 'dispatch-latency');

  expect(share(achievedRate ?? 0, 200)).toBeLessThan(0.03);
  expect(run.code).not.toBe(0);
});

test('a breakpoint run ends soon after the target gives way, and all that it tells was measured', async () => {
  using own = ownFolder();
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'service=20ms,workers=2'],
    load: [...unseen, '--workload', 'breakpoint', '--slo', limitsFile(own.path)],
  });
  const { targetRate, seconds, notes, accounting } = scenarioOf(run, 'dispatch-latency');

  expect(run.report.verdict).toBe('FAIL');
  expect(run.report.certificate.rateError).toBe(0);
  expect(accounting?.invocations).toMatchObject({ dropped: 0, unanswered: 0 });
  expect(notes.join('\n')).toContain('ended early');
  expect(seconds).toBeLessThan(60);
  expect(targetRate).toBeLessThan(120);
});

test('a breakpoint run ends soon after a subscriber gives way', async () => {
  using own = ownFolder();
  const clock = systemClock();
  const serve = createQueue({ service: 40, workers: 2, doneAt: createFreeze(undefined), clock });
  const server = createServer((request, response) => {
    request.resume();
    void serve(async () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const run = await knownRun({
    load: [
      ...['--scenario', 'subscriber', '--url', `http://127.0.0.1:${port}/`, '--mode', 'FIRE_AND_FORGET'],
      ...['--trigger', 'idn:identity-created', '--workload', 'breakpoint', '--slo', limitsFile(own.path)],
    ],
  });
  server.closeAllConnections();
  server.close();
  const { seconds, notes, accounting } = scenarioOf(run, 'subscriber');

  expect(run.report.verdict).toBe('FAIL');
  expect(run.report.certificate.rateError).toBe(0);
  expect(accounting?.invocations).toMatchObject({ dropped: 0, unanswered: 0 });
  expect(notes.join('\n')).toContain('ended early');
  expect(seconds).toBeLessThan(60);
});

test('dispatch-latency finds a dispatch that is late, and statuses behind it', async () => {
  const run = await knownRun({
    mock: ['--quota', 'off', '--load', 'dispatchDelay=3s,statusDelay=700ms'],
    load: events,
  });
  const { accepted, delivered, visible } = scenarioOf(run, 'dispatch-latency').phases;

  expect(share((delivered?.p50 ?? 0) - (accepted?.p50 ?? 0), 3000)).toBeLessThan(0.02);
  expect((visible?.p50 ?? 0) - (delivered?.p50 ?? 0)).toBeGreaterThan(700);
  expect(run.report.reasons.join('\n')).toMatch(/delivered p99 .*beyond 2000 ms/);
  expect(run.code).not.toBe(0);
});
