import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

process.env.ISC_LOAD_OUTPUT ??= join(tmpdir(), `isc-triggers-load-${process.pid}`);

/** Load runs whose answer is known (`npm run test:load`): one after the other, since they measure. */
export default defineConfig({
  testDir: './load/known-answers',
  testMatch: /\.known\.ts$/,
  fullyParallel: false,
  workers: 1,
  timeout: 240_000,
  globalTimeout: 15 * 60_000,
  outputDir: process.env.ISC_LOAD_OUTPUT,
  preserveOutput: 'never',
  reporter: [['list'], ['./tools/closing-line.ts']],
});
