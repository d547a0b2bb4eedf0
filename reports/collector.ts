import { writeSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isatty } from 'node:tty';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { makeFolder } from '../client/make-folder.ts';
import { type Found, plannedTest } from './planned-test.ts';
import { type Progress, progress } from './progress.ts';
import type { TestRecord } from './record.ts';
import { type PlannedTest, type RunRecords, recordsFile } from './run-records.ts';
import { attachmentName, type TestEnd, testRecord } from './test-record.ts';
import { oneLine } from './text.ts';
import { writeWhole } from './write-whole.ts';

export type CollectorOptions = Readonly<{
  /** Absolute; `records.json` is written into it. */
  folder: string;
  /** No progress. */
  quiet?: boolean;
  /** File descriptor for progress; 2, standard error, by default. */
  progress?: number;
}>;

/**
 * The reporter of the gate: collects what each spec of each API version came to and writes `records.json` when
 * the run ends, interrupted or not. Never throws: a run is not lost for a report.
 */
export default class Collector implements Reporter {
  private readonly folder: string;
  private readonly progress: Progress;
  private readonly started = performance.now();
  private readonly planned = new Map<string, PlannedTest>();
  private readonly records = new Map<string, TestRecord>();
  private readonly errors: string[] = [];
  private workers = 0;

  constructor({ folder, quiet = false, progress: fd = 2 }: CollectorOptions) {
    this.folder = folder;
    this.progress = progress({
      terminal: isatty(fd),
      write: (text) => {
        if (!quiet) writeIfPossible(fd, text);
      },
      now: () => performance.now(),
    });
  }

  /** True, so that the runner adds no reporter of its own. */
  printsToStdio(): boolean {
    return true;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    const root = config.configFile === undefined ? config.rootDir : dirname(config.configFile);
    for (const test of suite.allTests()) this.planned.set(test.id, plannedTest(found(test, root)));
    this.workers = config.workers;
    this.progress.begin(this.planned.size);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const planned = this.planned.get(test.id);
    if (planned === undefined) return;
    // A test that a signal stopped did not judge; it is counted as one that did not run.
    if (result.status === 'interrupted') return;
    this.records.set(test.id, testRecord(planned, testEnd(result)));
    this.progress.step();
  }

  onError(error: Readonly<{ message?: string; value?: string }>): void {
    const text = oneLine(error.message ?? error.value ?? 'the runner failed without a word', 500);
    if (!this.errors.includes(text)) this.errors.push(text);
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
    this.progress.end();
    const records = [...this.records.values()];
    this.write({
      schemaVersion: 1,
      interrupted: status === 'interrupted',
      workers: this.workers,
      seconds: (performance.now() - this.started) / 1000,
      planned: [...this.planned.values()],
      records,
      errors: this.errors,
    });
    const red = records.some(({ outcome }) => outcome === 'failed' || outcome === 'error');

    return { status: status === 'passed' && red ? 'failed' : status };
  }

  private write(records: RunRecords): void {
    const path = join(this.folder, recordsFile);
    try {
      makeFolder(this.folder);
      writeWhole(path, `${JSON.stringify(records)}\n`);
    } catch (error) {
      process.stderr.write(`The results could not be written to ${path}: ${String(error)}\n`);
    }
  }
}

/** Nobody may be there any more to read it. */
const writeIfPossible = (fd: number, text: string): void => {
  try {
    writeSync(fd, text);
  } catch {
    // Progress is only a courtesy.
  }
};

const found = (test: TestCase, root: string): Found => ({
  // The first three are the root, the project and the file.
  title: test.titlePath().slice(3).join(' '),
  location: `${relative(root, test.location.file).split(sep).join('/')}:${test.location.line}`,
  project: test.parent.project()?.name ?? '',
  annotations: test.annotations,
});

const testEnd = (result: TestResult): TestEnd => {
  const attachment = result.attachments
    .findLast(({ name }) => name === attachmentName)
    ?.body?.toString('utf8');

  return {
    status: result.status,
    milliseconds: result.duration,
    messages: result.errors.flatMap(({ message, value }) => message ?? value ?? []),
    annotations: result.annotations,
    ...(attachment === undefined ? {} : { attachment }),
  };
};
