import { defineConfig } from '@playwright/test';

/** The project's own tests (`npm test`): unit and acceptance tests beside their sources. */
export default defineConfig({
  testDir: '.',
  testMatch: /\.test\.ts$/,
  testIgnore: ['**/node_modules/**', 'dist/**', 'results/**'],
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  outputDir: 'results/test-results',
  reporter: [['dot']],
});
