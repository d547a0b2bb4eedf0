import { expect as plain, test } from '@playwright/test';
import { expect } from './expect.ts';
import { answered, aRecorder } from './testing/answers.ts';

const error = (text: string) => ({ messages: [{ text }] });

test('a failed expectation is noted as a violation of the clause of the test, and ends the test', () => {
  const recorder = aRecorder();
  const answer = answered({ operation: 'createSubscription', status: 400, body: error('no room') }, recorder);

  plain(() => expect(answer).toHaveStatus(201)).toThrow('expected 201, seen 400, "no room"');

  plain(recorder.violations).toMatchObject([
    {
      clause: 'subscriptions.create',
      operation: 'createSubscription',
      level: 'must',
      expected: '201',
      seen: '400, "no room"',
      exchange: { response: { status: 400 } },
    },
  ]);
});

test('what holds is noted nowhere', () => {
  const recorder = aRecorder();
  const answer = answered({ status: 201, body: { name: 'x', enabled: false } }, recorder);

  expect(answer).toHaveStatus(201);
  expect(answer).toShow({ enabled: false });
  expect(answer).toKeep({ holds: true, expected: '', seen: '' });

  plain(recorder.violations).toEqual([]);
});

test('another promise can be blamed, with its operation and status', () => {
  const recorder = aRecorder();
  const blame = { clause: 'subscriptions.delete', operation: 'deleteSubscription', status: 204 } as const;

  plain(() => expect(answered({ status: 500 }, recorder)).toHaveStatus(204, blame)).toThrow();

  plain(recorder.violations).toMatchObject([blame]);
});

test('a promise of level should warns, and the test goes on', () => {
  const recorder = aRecorder('exchange.body.details');

  expect(answered({}, recorder)).toKeep({ holds: false, expected: 'this', seen: 'that' });

  plain(recorder.violations).toMatchObject([{ level: 'should', expected: 'this', seen: 'that' }]);
});

for (const { status, cause, becomes } of [
  { status: 400, cause: 400, becomes: 'kept' },
  { status: 404, cause: 404, becomes: 'kept' },
  { status: 422, cause: 400, becomes: 'warned' },
  { status: 409, cause: undefined, becomes: 'warned' },
  { status: 403, cause: undefined, becomes: 'kept' },
  { status: 403, cause: 404, becomes: 'broken' },
  { status: 401, cause: undefined, becomes: 'broken' },
  { status: 429, cause: undefined, becomes: 'broken' },
  { status: 500, cause: 400, becomes: 'broken' },
  { status: 200, cause: 400, becomes: 'broken' },
] as const) {
  const due = cause === undefined ? 'where no status is published' : `where ${cause} is due`;

  test(`a refusal by ${status} ${due} is ${becomes}`, () => {
    const recorder = aRecorder();
    const answer = answered({ operation: 'updateSubscription', status, body: {} }, recorder);

    const judge = () => expect(answer).toBeRefused(cause);

    if (becomes === 'broken') plain(judge).toThrow();
    else judge();
    plain(recorder.violations.map(({ level }) => level)).toEqual(
      { kept: [], warned: ['should'], broken: ['must'] }[becomes],
    );
  });
}

test('what may be left out is right when it is absent, and wrong when it is something else', () => {
  const wanted = { responseDeadline: 'PT1H', httpConfig: { httpAuthenticationType: 'NO_AUTH' } };

  for (const body of [{}, { responseDeadline: null }, { responseDeadline: 'PT60M' }, { httpConfig: {} }])
    expect(answered({ body })).toShowIfPresent(wanted);
  plain(() => expect(answered({ body: { responseDeadline: 'PT2H' } })).toShowIfPresent(wanted)).toThrow(
    'expected responseDeadline "PT1H", seen responseDeadline "PT2H"',
  );
  plain(() =>
    expect(answered({ body: { httpConfig: { httpAuthenticationType: 'BASIC_AUTH' } } })).toShowIfPresent(
      wanted,
    ),
  ).toThrow('httpConfig.httpAuthenticationType');
});

test('FC-023: a 500 of a gateway is shown with its words and its trackingId', () => {
  const body = { errorName: 'Fault', errorMessage: 'no such media type', trackingId: 'abc123' };
  const answer = answered({ status: 500, body });

  plain(() => expect(answer).toHaveStatus(200)).toThrow(
    'expected 200, seen 500, "no such media type", trackingId abc123',
  );
});
