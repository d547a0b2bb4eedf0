import { expect, test } from '@playwright/test';
import type { DispatchMode } from './mode.ts';
import { readAnswer } from './outcome.ts';

const answered = (status: number, body: string) => ({ kind: 'answered', status, body }) as const;
const modes = ['FIRE_AND_FORGET', 'SYNC', 'ASYNC', 'DYNAMIC'] as const;

const approval = '{"approved":true}';
const completed = { kind: 'completed', output: { approved: true } };
const failed = { kind: 'failed', localizedError: { locale: 'en-US', message: expect.stringMatching(/\w/) } };

const cases: readonly (readonly [DispatchMode, number, string, unknown])[] = [
  ['SYNC', 200, approval, completed],
  ['SYNC', 201, approval, completed],
  ['SYNC', 200, '{}', { kind: 'completed', output: {} }],
  ['SYNC', 200, '', failed],
  ['SYNC', 204, '', failed],
  ['SYNC', 200, 'approved', failed],
  ['SYNC', 200, '[]', failed],
  ['SYNC', 200, 'null', failed],
  ['ASYNC', 200, '{}', { kind: 'open' }],
  ['ASYNC', 200, '', { kind: 'open' }],
  ['ASYNC', 202, approval, { kind: 'open' }],
  ['DYNAMIC', 200, approval, completed],
  ['DYNAMIC', 202, '', { kind: 'open' }],
  ['DYNAMIC', 202, approval, { kind: 'open' }],
  ['DYNAMIC', 200, '', failed],
  ['FIRE_AND_FORGET', 200, approval, { kind: 'completed', output: null }],
  ['FIRE_AND_FORGET', 204, '', { kind: 'completed', output: null }],
];

for (const [mode, status, body, outcome] of cases) {
  test(`in mode ${mode} a ${status} with ${JSON.stringify(body)} is ${JSON.stringify(outcome)}`, () => {
    expect(readAnswer(mode, answered(status, body))).toEqual(outcome);
  });
}

for (const mode of modes) {
  for (const status of [199, 300, 302, 400, 401, 404, 500, 503]) {
    test(`in mode ${mode} a ${status} fails the invocation and is named`, () => {
      expect(readAnswer(mode, answered(status, approval))).toEqual({
        kind: 'failed',
        localizedError: { locale: 'en-US', message: expect.stringContaining(`answered ${status}`) },
      });
    });
  }

  test(`in mode ${mode} a subscriber that is late or cannot be reached fails the invocation`, () => {
    expect(readAnswer(mode, { kind: 'late' })).toMatchObject({
      kind: 'failed',
      localizedError: { message: 'The subscriber did not answer within 10 seconds.' },
    });
    expect(readAnswer(mode, { kind: 'unreachable', reason: 'ECONNREFUSED' })).toMatchObject({
      kind: 'failed',
      localizedError: { message: 'The subscriber could not be reached: ECONNREFUSED.' },
    });
  });
}
