import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what CI reads at the end of a test run: `12 passed, 0 failed, 1 skipped`, and before it why those were. */
export default class ClosingLine implements Reporter {
  private readonly outcomes = new Map<string, 'passed' | 'failed' | 'skipped'>();
  private readonly reasons = new Map<string, number>();

  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const outcome = test.outcome();
    this.outcomes.set(
      test.id,
      outcome === 'skipped' ? 'skipped' : outcome === 'expected' ? 'passed' : 'failed',
    );
    if (outcome !== 'skipped') return;
    const reason = result.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  onEnd(_: FullResult): void {
    const count = (wanted: string): number =>
      [...this.outcomes.values()].filter((outcome) => outcome === wanted).length;
    for (const [reason, tests] of this.reasons) process.stdout.write(`\nskipped ${tests}: ${reason}`);
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`,
    );
  }
}
