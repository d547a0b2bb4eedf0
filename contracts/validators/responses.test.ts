import { expect, test } from '@playwright/test';
import { cells } from '../operations.ts';
import { bodies } from './fixtures.ts';
import { responseIssues, responseWarnings } from './index.ts';

const { subscription, status, trigger } = bodies;

test('every cell takes the body that is documented for it, without a warning', () => {
  for (const { operation, status: code } of cells) {
    const body = bodies.documented(operation, code);

    expect(responseIssues(operation, code, body), `${operation} ${code}`).toEqual([]);
    expect(responseWarnings(operation, code, body), `${operation} ${code}`).toEqual([]);
  }
});

for (const [member, body] of missingOneByOne(subscription, [
  'id',
  'name',
  'triggerId',
  'triggerName',
  'type',
  'enabled',
])) {
  test(`a subscription without ${member} breaks the contract`, () => {
    expect(responseIssues('createSubscription', 201, body)).toEqual([
      { pointer: `/${member}`, message: 'must be present', keyword: 'required' },
    ]);
  });
}

for (const [member, body] of missingOneByOne(trigger, [
  'id',
  'name',
  'type',
  'inputSchema',
  'exampleInput',
])) {
  test(`a trigger without ${member} breaks the contract`, () => {
    expect(responseIssues('listTriggers', 200, [body])).toHaveLength(1);
  });
}

const statusMembers = [
  'id',
  'triggerId',
  'subscriptionName',
  'subscriptionId',
  'type',
  'created',
  'startInvocationInput',
];
for (const [member, body] of missingOneByOne(status, statusMembers)) {
  test(`an invocation status without ${member} breaks the contract`, () => {
    expect(responseIssues('listTriggerInvocationStatus', 200, [body])).toHaveLength(1);
  });
}

test('a required member of the wrong type breaks the contract, null included', () => {
  expect(responseIssues('listSubscriptions', 200, [{ ...subscription, enabled: 'true' }])).toHaveLength(1);
  expect(responseIssues('listSubscriptions', 200, [{ ...subscription, name: null }])).toHaveLength(1);
});

test('an optional member of the wrong type breaks the contract', () => {
  expect(responseIssues('listSubscriptions', 200, [{ ...subscription, filter: 7 }])).toEqual([
    { pointer: '/0/filter', message: 'must be string', keyword: 'type' },
  ]);
});

test('an unknown subscription type or trigger type breaks the contract', () => {
  expect(responseIssues('listSubscriptions', 200, [{ ...subscription, type: 'PIGEON' }])).toHaveLength(1);
  expect(responseIssues('listTriggers', 200, [{ ...trigger, type: 'REPLAY' }])).toHaveLength(1);
});

test('a body on a 204 is reported, and so is a missing one on a 200', () => {
  expect(responseIssues('deleteSubscription', 204, { id: '1' })).toHaveLength(1);
  expect(responseIssues('deleteSubscription', 204, undefined)).toEqual([]);
  expect(responseIssues('deleteSubscription', 204, '')).toEqual([]);
  expect(responseIssues('listTriggers', 200, undefined)).toHaveLength(1);
});

test('a status that is not documented has no schema to break', () => {
  expect(responseIssues('listTriggers', 405, 'Method Not Allowed')).toEqual([]);
  expect(responseWarnings('listTriggers', 405, 'Method Not Allowed')).toEqual([]);
});

function missingOneByOne(body: Readonly<Record<string, unknown>>, members: readonly string[]) {
  return members.map((member) => {
    const { [member]: _, ...rest } = body;
    return [member, rest] as const;
  });
}
