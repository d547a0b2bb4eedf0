import { expect, test } from '@playwright/test';
import type { Cell } from '../../contracts/operations.ts';
import type { ViolationRecord } from '../record.ts';
import type { ConformanceReport } from './report.ts';
import { brokenRecord, sampleExchange, sampleRecord, sampleReport, sampleViolation } from './samples.ts';

const cellOf = (
  report: ConformanceReport,
  operation: Cell['operation'],
  status: number,
  apiVersion = 'beta',
) =>
  report.cells.find(
    (cell) => cell.operation === operation && cell.status === status && cell.apiVersion === apiVersion,
  );

test('has 64 cells for a version and tells which of them a request provokes', () => {
  const { cells, totals } = sampleReport([]);

  expect(cells).toHaveLength(64);
  expect(cells.filter(({ provokedBy }) => provokedBy === 'request')).toHaveLength(51);
  expect(totals.cells.total).toBe(64);
});

test('passes a cell whose passing spec saw its status', () => {
  expect(cellOf(sampleReport([sampleRecord()]), 'listTriggers', 200)).toEqual({
    apiVersion: 'beta',
    operation: 'listTriggers',
    status: 200,
    provokedBy: 'request',
    outcome: 'passed',
  });
});

test('does not pass a cell whose passing spec never saw its status', () => {
  const record = sampleRecord({ exchanges: [{ operation: 'listTriggers', status: 403, milliseconds: 1 }] });

  expect(cellOf(sampleReport([record]), 'listTriggers', 200)).toMatchObject({
    outcome: 'skipped',
    capability: 'not-seen',
    reason: 'its specs passed, and the target never answered 200',
  });
});

test('does not pass a cell by the status of another operation', () => {
  const record = sampleRecord({
    exchanges: [{ operation: 'listSubscriptions', status: 200, milliseconds: 1 }],
  });

  expect(cellOf(sampleReport([record]), 'listTriggers', 200)?.outcome).toBe('skipped');
});

test('does not pass a cell that no spec declares, though its status was seen', () => {
  const record = sampleRecord({ cells: [] });

  expect(cellOf(sampleReport([record]), 'listTriggers', 200)?.outcome).toBe('skipped');
});

const refusedWith = (status: number, violation: Partial<ViolationRecord>) => {
  const exchange = { ...sampleExchange, response: { ...sampleExchange.response, status } };

  return sampleReport([
    brokenRecord({
      outcome: 'passed',
      violations: [sampleViolation({ level: 'should', seen: String(status), exchange, ...violation })],
      exchanges: [{ operation: 'listSubscriptions', status, milliseconds: 1 }],
    }),
  ]);
};

test('passes a refusal that only warned, with the warning as its reason', () => {
  expect(cellOf(refusedWith(404, {}), 'listSubscriptions', 400)).toMatchObject({
    outcome: 'passed',
    reason: 'warning: collections.filter.unsupported-operator: 404',
  });
});

test('passes a refusal with an undocumented status that the judge of exchanges warned of', () => {
  const report = refusedWith(415, { clause: 'exchange.status', status: 415 });

  expect(cellOf(report, 'listSubscriptions', 400)).toMatchObject({
    outcome: 'passed',
    reason: 'warning: exchange.status: 415',
  });
});

test('does not pass a refusal for a warning that the request was accepted', () => {
  expect(cellOf(refusedWith(200, {}), 'listSubscriptions', 400)).toMatchObject({
    outcome: 'skipped',
    reason: 'its specs passed, and the target never answered 400',
  });
});

test('passes a cell that was seen with a warning of it', () => {
  expect(cellOf(refusedWith(400, {}), 'listSubscriptions', 400)).toMatchObject({
    outcome: 'passed',
    reason: 'warning: collections.filter.unsupported-operator: 400',
  });
});

test('fails the cell that a broken promise concerns', () => {
  expect(cellOf(sampleReport([brokenRecord()]), 'listSubscriptions', 400)).toMatchObject({
    outcome: 'failed',
    reason: 'broken: collections.filter.unsupported-operator',
  });
});

test('fails a cell over a spec that does not declare it', () => {
  const report = sampleReport([brokenRecord({ cells: [] }), sampleRecord()]);

  expect(cellOf(report, 'listSubscriptions', 400)?.outcome).toBe('failed');
});

test('fails a cell though other specs of it passed', () => {
  const kept = brokenRecord({
    title: 'refuses another operator',
    outcome: 'passed',
    violations: [],
    exchanges: [{ operation: 'listSubscriptions', status: 400, milliseconds: 1 }],
  });

  expect(cellOf(sampleReport([kept, brokenRecord()]), 'listSubscriptions', 400)?.outcome).toBe('failed');
});

test('fails the declared cells of the operation where the broken promise names no documented status', () => {
  const violation = sampleViolation({ clause: 'exchange.status', status: 502 });
  const report = sampleReport([
    brokenRecord({
      violations: [violation],
      cells: [
        { operation: 'listSubscriptions', status: 401 },
        { operation: 'listTriggers', status: 401 },
      ],
    }),
  ]);

  expect(cellOf(report, 'listSubscriptions', 401)?.outcome).toBe('failed');
  expect(cellOf(report, 'listSubscriptions', 400)?.outcome).toBe('skipped');
  expect(cellOf(report, 'listTriggers', 401)?.outcome).toBe('error');
});

test("takes the clause's own status where the broken promise names none", () => {
  const { status: _, ...violation } = sampleViolation();
  const report = sampleReport([brokenRecord({ violations: [violation], cells: [] })]);

  expect(cellOf(report, 'listSubscriptions', 400)?.outcome).toBe('failed');
});

test('judges each version by its own specs', () => {
  const target = { kind: 'tenant', host: 'x', apiVersions: ['beta', 'v1'] } as const;
  const report = sampleReport([sampleRecord(), brokenRecord({ apiVersion: 'v1' })], { target });

  expect(report.cells).toHaveLength(128);
  expect(cellOf(report, 'listTriggers', 200, 'beta')?.outcome).toBe('passed');
  expect(cellOf(report, 'listTriggers', 200, 'v1')?.outcome).toBe('skipped');
  expect(cellOf(report, 'listSubscriptions', 400, 'beta')?.outcome).toBe('skipped');
  expect(cellOf(report, 'listSubscriptions', 400, 'v1')?.outcome).toBe('failed');
});
