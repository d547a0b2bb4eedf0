import { cpSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { runProgram } from '../../cli/testing/run-program.ts';
import { sortedQuantile } from '../../reports/capacity/statistics/sample.ts';
import { ownFolder } from '../../reports/own-folder.ts';
import { loadPart } from '../parts/load-part.ts';
import { findParts } from '../parts/part.ts';
import { openDatabase } from '../samples/database.ts';
import { readLatencies } from '../samples/dispatch-readings.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import { needsK6, ownK6, readReport } from './run.ts';

test.beforeEach(needsK6);

/** Answers the first request after 300 ms, the next after 304 ms, and so on to 696 ms and from the start again. */
const slowSubscriber = async () => {
  let taken = 0;
  const server = createServer((request, response) => {
    const delay = 300 + 4 * (taken % 100);
    taken += 1;
    request.resume();
    setTimeout(() => response.end('{}'), delay);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const playAgainst = async (url: string, results: string, segments: number) => {
  const { output } = await runProgram(
    [
      ...['load', '--scenario', 'subscriber', '--url', url, '--mode', 'FIRE_AND_FORGET'],
      ...['--trigger', 'idn:identity-created', '--rate', '100', '--segments', String(segments)],
      ...['--results', results],
    ],
    { cwd: results, env: { K6_BIN: ownK6() ?? '' } },
  );

  return { report: readReport(results, output), folder: resolve(results, 'latest') };
};

for (const segments of [1, 2, 4])
  test(`a subscriber of known delays is measured alike by ${segments} runners, within 5 %`, async () => {
    using own = ownFolder();
    using subscriber = await slowSubscriber();
    const { report } = await playAgainst(subscriber.url, own.path, segments);
    const [scenario] = report.scenarios;

    expect(Math.abs((scenario?.phases.answered?.p50 ?? 0) / 498 - 1)).toBeLessThan(0.05);
    expect(Math.abs((scenario?.phases.answered?.p95 ?? 0) / 678 - 1)).toBeLessThan(0.05);
    expect(scenario?.accounting?.invocations).toMatchObject({ dropped: 0, refused: 0, unanswered: 0 });
    expect(scenario?.runners?.length ?? 1).toBe(segments);
    for (const { sent } of scenario?.runners ?? []) expect(sent).toBeGreaterThan(0);
  });

test('quantiles of a run of two runners are those of their pooled samples, and `report` counts the same again', async () => {
  using own = ownFolder();
  using subscriber = await slowSubscriber();
  const { report, folder } = await playAgainst(subscriber.url, own.path, 2);
  const pooled: number[] = [];
  const [found] = findParts(folder);
  if (!found) throw new Error(`${folder} holds no part.`);
  for (const other of ['runner-1', 'runner-2']) {
    using alone = ownFolder();
    cpSync(found.folder, alone.path, { recursive: true });
    for (const name of readdirSync(alone.path)) if (name.startsWith(other)) rmSync(join(alone.path, name));
    using database = await openDatabase(alone.path);
    await database.run(dispatchTables);
    await loadPart(database, alone.path, found.part);
    pooled.push(...(await readLatencies(database, 'answered')));
  }
  const sorted = Float64Array.from(pooled).sort();
  const seen = report.scenarios[0]?.phases.answered;

  expect(seen?.count).toBe(sorted.length);
  expect(seen?.p50).toBe(Math.round(sortedQuantile(sorted, 0.5) * 1000) / 1000);
  expect(seen?.p95).toBe(Math.round(sortedQuantile(sorted, 0.95) * 1000) / 1000);

  await runProgram(['report', folder], { cwd: own.path });

  expect(readReport(own.path, '')).toEqual(report);
});
