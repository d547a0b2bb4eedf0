import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addToPlan, planFile } from './plan-file.ts';
import { exchangeOf } from './testing/answers.ts';

test('each spec adds a line with what it would send, the host left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isc-triggers-plan-'));
  const exchange = exchangeOf({ query: 'limit=1' });

  addToPlan(folder, 'lists', [exchange]);
  addToPlan(folder, 'creates', [
    { ...exchange, identity: 'readonly', request: { ...exchange.request, method: 'POST', body: '{"a":' } },
  ]);
  const lines = readFileSync(join(folder, planFile), 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });

  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { title: 'lists', requests: [{ method: 'GET', path: '/beta/things?limit=1', identity: 'full' }] },
    {
      title: 'creates',
      requests: [{ method: 'POST', path: '/beta/things?limit=1', identity: 'readonly', body: '{"a":' }],
    },
  ]);
});
