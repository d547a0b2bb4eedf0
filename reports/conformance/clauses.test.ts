import { expect, test } from '@playwright/test';
import type { TestRecord } from '../record.ts';
import {
  brokenRecord,
  errorRecord,
  sampleRecord,
  sampleReport,
  skippedRecord,
  warnedRecord,
} from './samples.ts';

const operatorClause = 'collections.filter.unsupported-operator';

const clauseOf = (records: readonly TestRecord[], id: string) =>
  sampleReport(records).clauses.find((clause) => clause.id === id);

test('keeps a clause whose spec passed, with statement, source and specs', () => {
  expect(clauseOf([sampleRecord()], 'triggers.list')).toEqual({
    id: 'triggers.list',
    level: 'must',
    statement: 'The triggers are listed.',
    operation: 'listTriggers',
    status: 200,
    source: 'description',
    outcome: 'passed',
    tests: ['beta specs/triggers/list.spec.ts:7 lists the triggers'],
  });
});

test('fails a clause that one of many specs found broken', () => {
  const kept = brokenRecord({ title: 'another', outcome: 'passed', violations: [] });

  expect(clauseOf([kept, brokenRecord()], operatorClause)).toMatchObject({
    outcome: 'failed',
    reason: '200, 37 subscriptions: the filter was ignored',
  });
});

test('fails a clause that was found broken by a spec about another', () => {
  const record = brokenRecord({ clauses: ['triggers.list'] });

  expect(clauseOf([record], operatorClause)).toMatchObject({
    outcome: 'failed',
    tests: ['beta specs/collections/filter.spec.ts:11 refuses an unsupported operator'],
  });
});

test('cannot judge a clause whose only spec broke another promise', () => {
  expect(clauseOf([brokenRecord({ clauses: ['triggers.list'] })], 'triggers.list')?.outcome).toBe('error');
});

test('cannot judge a clause whose only spec stopped', () => {
  expect(clauseOf([errorRecord({ clauses: ['triggers.list'] })], 'triggers.list')).toMatchObject({
    outcome: 'error',
    reason: 'no answer within 10 s',
  });
});

test('keeps a clause that only warned, with the warning as its reason', () => {
  expect(clauseOf([warnedRecord()], 'exchange.body.details')).toMatchObject({
    outcome: 'passed',
    reason: 'warning: unknown value "REPLAY"',
  });
});

test('keeps a clause that was judged at the exchanges of specs about others', () => {
  expect(
    clauseOf([sampleRecord({ judged: ['exchange.body.details'] })], 'exchange.body.details'),
  ).toMatchObject({
    outcome: 'passed',
    tests: [],
  });
});

test('keeps a clause that was judged at the exchanges of a spec that failed for another', () => {
  expect(clauseOf([brokenRecord({ judged: ['triggers.list'] })], 'triggers.list')?.outcome).toBe('passed');
});

test('skips a clause with the reason and setting of its spec', () => {
  expect(clauseOf([skippedRecord({ clauses: ['triggers.list'] })], 'triggers.list')).toMatchObject({
    outcome: 'skipped',
    reason: "would use up the client's quota",
    setting: 'ISC_ALLOW_RISKS=quota',
  });
});

test('skips a clause that no spec is about', () => {
  expect(clauseOf([], 'triggers.list')).toMatchObject({
    outcome: 'skipped',
    reason: 'not yet: no spec judges it',
  });
});
