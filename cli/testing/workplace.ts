import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConformanceReport } from '../../reports/conformance/report.ts';

/** A folder in which the program runs, with its `.env` and its results; removed with all that is in it. */
export type Workplace = Disposable &
  Readonly<{
    cwd: string;
    /** Writes `.env`. */
    setting: (values: Readonly<Record<string, string>>) => void;
    /** The `conformance.json` of the last run. */
    report: () => ConformanceReport;
    /** Everything that was written below the results folder, one text a file, by relative path. */
    files: () => ReadonlyMap<string, string>;
  }>;

export const workplace = (): Workplace => {
  const cwd = mkdtempSync(join(tmpdir(), 'isc-triggers-cli-'));
  const results = join(cwd, 'results');

  return {
    cwd,
    setting: (values) =>
      writeFileSync(
        join(cwd, '.env'),
        Object.entries(values)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      ),
    report: () =>
      JSON.parse(readFileSync(join(results, 'latest', 'conformance.json'), 'utf8')) as ConformanceReport,
    files: () =>
      new Map(
        (existsSync(results) ? readdirSync(results, { recursive: true, withFileTypes: true }) : [])
          .filter((entry) => entry.isFile())
          .map((entry) => {
            const path = join(entry.parentPath, entry.name);
            return [path.slice(results.length + 1), readFileSync(path, 'utf8')] as const;
          }),
      ),
    [Symbol.dispose]: () => rmSync(cwd, { recursive: true, force: true }),
  };
};
