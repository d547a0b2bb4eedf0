import { expect, test } from '@playwright/test';
import { sampleExchange, sampleViolation } from './conformance/samples.ts';
import { type TestEnd, testRecord } from './test-record.ts';

const planned = {
  title: 'lists the triggers',
  location: 'specs/triggers/list.spec.ts:7',
  apiVersion: 'beta',
  clauses: ['triggers.list'],
  cells: [{ operation: 'listTriggers', status: 200 }],
} as const;

const end = (parts: Partial<TestEnd> = {}): TestEnd => ({
  status: 'passed',
  milliseconds: 250,
  messages: [],
  annotations: [],
  attachment: JSON.stringify({
    violations: [],
    exchanges: [],
    clauses: ['triggers.list'],
    cells: [],
    apiVersion: 'v1',
  }),
  ...parts,
});

const attached = (parts: object): string => JSON.stringify({ violations: [], exchanges: [], ...parts });

test('joins what the worker knows with what the runner knows', () => {
  expect(testRecord(planned, end())).toEqual({
    ...planned,
    apiVersion: 'v1',
    cells: [],
    outcome: 'passed',
    violations: [],
    exchanges: [],
    seconds: 0.25,
  });
});

test('is failed by a broken promise, also when the spec then stopped', () => {
  const record = testRecord(
    planned,
    end({ status: 'failed', attachment: attached({ violations: [sampleViolation()], error: 'stopped' }) }),
  );

  expect(record.outcome).toBe('failed');
});

test('passes with a warning', () => {
  const attachment = attached({ violations: [sampleViolation({ level: 'should' })] });

  expect(testRecord(planned, end({ attachment })).outcome).toBe('passed');
});

test('is an error when the worker left no record, with what the runner said, without colours and stack', () => {
  const { attachment: _, ...crashed } = end({
    status: 'failed',
    messages: [
      '\u001b[31mError: worker process exited\u001b[39m\n    at Object.run (/x/y.ts:1:2)\n    at next',
    ],
  });

  expect(testRecord(planned, crashed)).toMatchObject({
    outcome: 'error',
    error: 'worker process exited',
    clauses: ['triggers.list'],
    cells: [{ operation: 'listTriggers', status: 200 }],
  });
});

test('is an error when the attachment cannot be read', () => {
  expect(testRecord(planned, end({ attachment: '{"violations":' }))).toMatchObject({
    outcome: 'error',
    error: 'the test left no record',
  });
});

test('is an error when a spec failed and no promise was broken', () => {
  const record = testRecord(
    planned,
    end({ status: 'failed', messages: ['expect(received).toBe(expected)'] }),
  );

  expect(record).toMatchObject({ outcome: 'error', error: 'expect(received).toBe(expected)' });
});

test('is an error when the time was up', () => {
  const record = testRecord(planned, end({ status: 'timedOut', milliseconds: 30_012.4 }));

  expect(record).toMatchObject({ outcome: 'error', error: 'no end within its time: stopped after 30012 ms' });
});

test('is skipped with what would let it run', () => {
  const skip = {
    capability: 'quota',
    reason: "would use up the client's quota",
    setting: 'ISC_ALLOW_RISKS=quota',
  };

  expect(testRecord(planned, end({ status: 'skipped', attachment: attached({ skip }) }))).toMatchObject({
    outcome: 'skipped',
    skip,
  });
});

test('takes the reason of a skip that the spec itself wrote', () => {
  const { attachment: _, ...skipped } = end({
    status: 'skipped',
    annotations: [{ type: 'skip', description: 'not yet' }],
  });

  expect(testRecord(planned, skipped)).toMatchObject({
    outcome: 'skipped',
    skip: { capability: 'unknown', reason: 'not yet' },
  });
});

test('is an error when it was skipped without a reason', () => {
  const { attachment: _, ...skipped } = end({ status: 'skipped' });

  expect(testRecord(planned, skipped)).toMatchObject({
    outcome: 'error',
    error: 'was skipped without a reason',
  });
});

test("keeps of a violation's answer only its beginning", () => {
  const exchange = { ...sampleExchange, response: { ...sampleExchange.response, text: 'x'.repeat(9000) } };
  const record = testRecord(
    planned,
    end({ attachment: attached({ violations: [sampleViolation({ exchange })] }) }),
  );

  expect(record.violations[0]?.exchange?.response.text).toHaveLength(4000 + '... (9000 characters)'.length);
  expect(record.violations[0]?.exchange?.response.body).toBeUndefined();
});
