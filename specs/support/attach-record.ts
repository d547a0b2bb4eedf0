import type { TestInfo } from '@playwright/test';
import type { ApiVersion } from '../../contracts/versions.ts';
import type { SkipRecord, TestRecord } from '../../reports/record.ts';
import { judgedClauses } from './judged-clauses.ts';
import { briefly, type Recorder } from './recorder.ts';

/** Hands what a test saw to the reporter, which makes the test's record of it. */
export const attachRecord = async (
  testInfo: TestInfo,
  { exchanges, violations }: Recorder,
  { apiVersion, skip }: Readonly<{ apiVersion: ApiVersion; skip?: SkipRecord }>,
): Promise<void> => {
  const record = {
    apiVersion,
    violations,
    exchanges: briefly(exchanges),
    judged: judgedClauses(exchanges),
    ...(skip && { skip }),
  } satisfies Partial<TestRecord>;

  await testInfo.attach('isc-record', { body: JSON.stringify(record), contentType: 'application/json' });
};
