import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

process.env.ISC_LOAD_OUTPUT ??= join(tmpdir(), `isc-triggers-load-${process.pid}`);

/**
 * Runs whose answer is known, one after the other, since they measure: of `load` (`npm run test:load`) and of `capacity`
 * (`npm run test:capacity`), which takes its time in steps.
 */
export default defineConfig({
  testDir: './load/known-answers',
  projects: [
    { name: 'load', testMatch: /\.known\.ts$/, testIgnore: /capacity\.known\.ts$/ },
    { name: 'capacity', testMatch: /capacity\.known\.ts$/ },
  ],
  fullyParallel: false,
  workers: 1,
  timeout: 240_000,
  globalTimeout: 15 * 60_000,
  outputDir: process.env.ISC_LOAD_OUTPUT,
  preserveOutput: 'never',
  reporter: [['list'], ['./tools/closing-line.ts']],
});
