import { fileURLToPath } from 'node:url';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { runContext } from './specs/support/run-context.ts';
import type { SpecOptions } from './specs/support/test.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const run = runContext(process.env, process.cwd());
process.env.ISC_RUN ??= JSON.stringify(run);

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const collector: ReporterDescription = [
  here(`./reports/collector.${ending}`),
  { folder: run.folder, quiet: run.quiet, progress: run.watched ? 3 : 2 },
];

/** Matches what has every one of the tags. */
const withTags = (tags: readonly string[]): RegExp =>
  new RegExp(tags.map((tag) => `(?=.*${tag.replaceAll('.', '\\.')}(?:\\s|$))`).join(''));

/** The contract specs. `gate` runs them and gives the verdict; `npx playwright test` runs them as plain tests. */
export default defineConfig<SpecOptions, SpecOptions>({
  testDir: here('./specs'),
  globalSetup: here(`./specs/support/end-with-parent.${ending}`),
  testMatch: /\.spec\.(ts|js)$/,
  outputDir: `${run.folder}/playwright`,
  workers: run.workers,
  timeout: 120_000,
  reporter: [collector],
  ...(run.select.length > 0 && { grep: withTags(run.select) }),
  projects: [
    ...run.versions.map((apiVersion) => ({ name: apiVersion, use: { apiVersion } })),
    ...run.mutants.map(({ id, select }) => ({
      name: id,
      use: { mutant: id },
      // One process for a broken tenant: each further one would start another.
      workers: 1,
      ...(select.length > 0 && { grep: withTags(select) }),
    })),
  ],
});
