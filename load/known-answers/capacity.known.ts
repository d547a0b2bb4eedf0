import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runProgram, startProgram } from '../../cli/testing/run-program.ts';
import type { CapacityReport } from '../../reports/capacity/report.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { needsK6, ownK6, settingsFor } from './run.ts';

test.beforeEach(needsK6);
test.describe.configure({ timeout: 400_000 });

type Capacity = Readonly<{ code: number | null; output: string; report: CapacityReport; page: boolean }>;

const capacity = async (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Capacity> => {
  using own = ownFolder();
  const ended = await runProgram(
    ['capacity', '--step-seconds', '10', '--results', own.path, '--quiet', ...args],
    { cwd: own.path, env: { ...env, K6_BIN: ownK6() ?? '' } },
  );
  const file = join(own.path, 'latest/capacity.json');
  if (!existsSync(file)) throw new Error(ended.output);

  return {
    ...ended,
    report: JSON.parse(readFileSync(file, 'utf8')) as CapacityReport,
    page: existsSync(join(own.path, 'latest/capacity.html')),
  };
};

/** A subscriber with workers that each take so long for one event, in the order of arrival. */
const startQueue = async ({ workers, serviceMs }: Readonly<{ workers: number; serviceMs: number }>) => {
  const free = Array.from({ length: workers }, () => 0);
  const output = JSON.stringify({ id: '2c91808b6ef1d43e016efba0ce470906', name: 'ada', type: 'IDENTITY' });
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const now = performance.now();
      const next = free.indexOf(Math.min(...free));
      const end = Math.max(now, free[next] ?? 0) + serviceMs;
      free[next] = end;
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'application/json' }).end(output),
        end - now,
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const withMock = async (
  mock: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Capacity> => {
  using own = ownFolder();
  const tenant = startProgram(['mock', '--json', ...mock], { cwd: own.path });
  try {
    const [line] = await tenant.says(/^\{.*\}$/m);

    return await capacity(['--scenario', 'dispatch-latency', ...args], {
      ...settingsFor(JSON.parse(line)),
      ...env,
    });
  } finally {
    tenant.signal('SIGTERM');
    await tenant.ended;
  }
};

test('a subscriber of two workers with 20 ms each carries 100 events a second, and is the limit', async () => {
  await using queue = await startQueue({ workers: 2, serviceMs: 20 });
  const { report, page, code } = await capacity([
    ...['--scenario', 'subscriber', '--url', queue.url, '--rate', '70'],
    ...['--events-per-day', '120000', '--peak-factor', '20'],
  ]);

  expect(Math.abs((report.capacity?.rate ?? 0) / 100 - 1)).toBeLessThan(0.05);
  expect(report.limit?.what).toBe('subscriber');
  expect(report.headroom?.ratio).toBeGreaterThan(3.3);
  expect([report.verdict, code, page]).toEqual(['PASS', 0, true]);
});

test('a tenant of two workers with 10 ms each carries 200 events a second, and is the limit', async () => {
  const { report } = await withMock(
    ['--quota', 'off', '--load', 'service=10ms,workers=2'],
    ['--rate', '140'],
    { ISC_QUOTA: 'off' },
  );

  expect(Math.abs((report.capacity?.rate ?? 0) / 200 - 1)).toBeLessThan(0.05);
  expect(report.capacity?.low).toBeLessThanOrEqual(200);
  expect(report.capacity?.high).toBeGreaterThanOrEqual(200);
  expect(report.limit?.what).toBe('tenant');
});

test('behind a quota it is the quota that limits', async () => {
  const { report, output } = await withMock(['--quota', '100/1s'], ['--rate', '80'], { ISC_QUOTA: '100/1s' });

  expect(report.limit?.what).toBe('quota');
  expect(report.levers).toEqual([]);
  expect(output).toContain('it says nothing of real events');
});

test('a generator that has no time is INVALID, and no number is given', async () => {
  await using queue = await startQueue({ workers: 2, serviceMs: 20 });
  using own = ownFolder();
  const slow = join(own.path, 'slo.yaml');
  writeFileSync(
    slow,
    readFileSync(new URL('../slo.yaml', import.meta.url), 'utf8').replace(
      'cpu-share: 80%',
      'cpu-share: 0.1%',
    ),
  );
  const { report, code } = await capacity(['--scenario', 'subscriber', '--url', queue.url, '--slo', slow]);

  expect([report.verdict, code]).toEqual(['INVALID', 2]);
  expect(report.capacity).toBeNull();
});
