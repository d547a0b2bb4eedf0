import { expect, test } from '@playwright/test';
import { checkSchema } from '../dialect.ts';
import { triggerInputIssues, triggerOutputIssues } from '../validators/index.ts';
import { findTrigger, triggers } from './index.ts';

test('there are 20 triggers, two of which take an answer', () => {
  expect(new Set(triggers.map(({ id }) => id)).size).toBe(20);
  expect(triggers.filter(({ type }) => type === 'REQUEST_RESPONSE').map(({ id }) => id)).toEqual([
    'idn:access-request-dynamic-approver',
    'idn:access-request-pre-approval',
  ]);
});

test('a trigger that takes an answer has one subscriber, another one has 50', () => {
  for (const { type, limit } of triggers) expect(limit).toBe(type === 'REQUEST_RESPONSE' ? 1 : 50);
});

for (const trigger of triggers) {
  test(`the samples of ${trigger.id} fit its schemas`, () => {
    expect(triggerInputIssues(trigger.id, trigger.sampleInput)).toEqual([]);
    expect(triggerOutputIssues(trigger.id, trigger.sampleOutput)).toEqual([]);
  });

  test(`the schemas of ${trigger.id} use declared keywords only`, () => {
    expect(() => checkSchema(trigger.inputSchema, trigger.id)).not.toThrow();
    expect(() => checkSchema(trigger.outputSchema ?? {}, trigger.id)).not.toThrow();
  });

  for (const member of requiredOf(trigger.inputSchema)) {
    test(`an event of ${trigger.id} without ${member} does not fit`, () => {
      const { [member]: _, ...rest } = trigger.sampleInput;

      expect(triggerInputIssues(trigger.id, rest)).toContainEqual(
        expect.objectContaining({ pointer: `/${member}`, keyword: 'required' }),
      );
    });
  }
}

// With a member more or less in these four, some SDKs cannot decode the list of triggers.
for (const [id, members] of Object.entries({
  'idn:source-created': ['actor', 'connector', 'created', 'id', 'name', 'type'],
  'idn:source-deleted': ['actor', 'connector', 'deleted', 'id', 'name', 'type'],
  'idn:source-updated': ['actor', 'connector', 'id', 'modified', 'name', 'type'],
  'idn:identity-attributes-changed': ['changes', 'identity'],
})) {
  test(`the sample of ${id} has exactly the documented members`, () => {
    expect(Object.keys(findTrigger(id)?.sampleInput ?? {}).sort()).toEqual(members);
  });
}

for (const id of [
  'idn:access-request-dynamic-approver',
  'idn:access-request-pre-approval',
  'idn:access-request-post-approval',
]) {
  test(`${id} takes the recipient as an object and as a list`, () => {
    const sample = findTrigger(id)?.sampleInput ?? {};

    expect(Array.isArray(sample.requestedFor)).toBe(false);
    expect(triggerInputIssues(id, { ...sample, requestedFor: [sample.requestedFor] })).toEqual([]);
    expect(triggerInputIssues(id, { ...sample, requestedFor: 'somebody' })).not.toEqual([]);
  });
}

test('an approver is named in full or not at all', () => {
  const id = 'idn:access-request-dynamic-approver';

  expect(triggerOutputIssues(id, {})).toEqual([]);
  expect(triggerOutputIssues(id, { id: '1', name: 'n', type: 'IDENTITY' })).toEqual([]);
  expect(triggerOutputIssues(id, { id: '1' })).not.toEqual([]);
  expect(triggerOutputIssues(id, { id: '1', name: 'n', type: 'ROBOT' })).not.toEqual([]);
});

test('an event with more than the documented members fits', () => {
  const { sampleInput = {} } = findTrigger('idn:identity-created') ?? {};

  expect(
    triggerInputIssues('idn:identity-created', { _meta: { invocationId: 'i' }, ...sampleInput }),
  ).toEqual([]);
});

test('an event of an unknown trigger is an object', () => {
  expect(triggerInputIssues('idn:machine-identity-created', { anything: 1 })).toEqual([]);
  expect(triggerInputIssues('idn:machine-identity-created', 'text')).not.toEqual([]);
  expect(triggerOutputIssues('idn:machine-identity-created', 'text')).toEqual([]);
});

function requiredOf({ required }: Readonly<{ [keyword: string]: unknown }>): readonly string[] {
  return Array.isArray(required) ? required.map(String) : [];
}
