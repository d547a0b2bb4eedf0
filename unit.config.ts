import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Two runs at once must not empty each other's folder; workers inherit the name.
process.env.ISC_UNIT_OUTPUT ??= join(tmpdir(), `isc-triggers-unit-${process.pid}`);

/** The project's own tests (`npm test`): unit and acceptance tests beside their sources. */
export default defineConfig({
  testDir: '.',
  testMatch: /\.test\.ts$/,
  testIgnore: ['**/node_modules/**', 'dist/**', 'results/**'],
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  outputDir: process.env.ISC_UNIT_OUTPUT,
  preserveOutput: 'never',
  reporter: [['dot'], ['./tools/closing-line.ts']],
});
