import { expect, test } from '@playwright/test';
import { judge, observe } from './judge.ts';
import { type Answered, answered, aRecorder, exchangeOf } from './testing/answers.ts';

const findings = ({ operation = 'listSubscriptions', ...answer }: Answered) =>
  judge(answered({ operation, ...answer }), operation).map(
    ({ clause, level = 'of the clause' }) => `${clause} ${level}`,
  );

const subscription = {
  id: '5d0c1a52-3c35-4b0a-9a4e-2f3b8f9c1d11',
  name: 'somebody',
  triggerId: 'idn:identity-created',
  triggerName: 'Identity Created',
  type: 'HTTP',
  responseDeadline: 'PT1H',
  enabled: true,
  httpConfig: {
    url: 'https://example.com/hook',
    httpDispatchMode: 'SYNC',
    httpAuthenticationType: 'NO_AUTH',
  },
};

const errorBody = {
  detailCode: '400.1 Bad Request Content',
  trackingId: 'e7eab60924f64aa284175b9fa3309599',
  messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: 'no' }],
  causes: [],
};

test('a right answer breaks nothing', () => {
  expect(findings({ body: [subscription] })).toEqual([]);
  expect(findings({ status: 400, body: errorBody })).toEqual([]);
  expect(findings({ operation: 'deleteSubscription', status: 204 })).toEqual([]);
});

test('an undocumented status is a broken promise, an undocumented refusal a warning', () => {
  expect(findings({ status: 202, body: [] })).toEqual(['exchange.status must']);
  expect(findings({ status: 503, body: {} })).toEqual(['exchange.status must']);
  expect(findings({ status: 405, body: {} })).toEqual(['exchange.status should']);
  expect(findings({ status: 404, body: errorBody })).toEqual(['exchange.status should']);
});

test('a body must be JSON and say so', () => {
  expect(findings({ body: '<html>' })).toEqual(['exchange.media-type of the clause']);
  expect(findings({})).toEqual(['exchange.media-type of the clause']);
  expect(findings({ body: [], headers: { 'content-type': 'text/plain' } })).toEqual([
    'exchange.media-type of the clause',
  ]);
  expect(findings({ body: [], headers: {} })).toEqual(['exchange.media-type of the clause']);
  for (const type of ['application/json;charset=UTF-8', 'APPLICATION/JSON', 'application/problem+json'])
    expect(findings({ body: [], headers: { 'content-type': type } })).toEqual([]);
});

test('FC-050: a 204 has no body, and needs no Content-Type', () => {
  expect(findings({ operation: 'deleteSubscription', status: 204, headers: {} })).toEqual([]);
  expect(findings({ operation: 'deleteSubscription', status: 204, body: {} })).toEqual([
    'exchange.no-content of the clause',
  ]);
});

test('FC-021: the body of a 401 is free', () => {
  for (const body of [{ error: 'JWT is required' }, 'nobody', undefined])
    expect(findings({ status: 401, body, headers: {} })).toEqual([]);
});

test('FC-023: an error body may be any object; what is known of it has its type', () => {
  const gateway = { errorName: 'Fault', errorMessage: 'no', trackingId: 'e7eab609' };

  expect(findings({ status: 500, body: gateway })).toEqual([]);
  expect(findings({ status: 400, body: {} })).toEqual([]);
  expect(findings({ status: 400, body: { messages: 'no' } })).toContain('exchange.error-body of the clause');
  expect(findings({ status: 400, body: ['no'] })).toContain('exchange.error-body of the clause');
});

test('a success has the documented shape, and the finding says where it has not', () => {
  const [finding] = judge(answered({ body: [{ ...subscription, enabled: 'yes' }] }), 'listSubscriptions');

  expect(finding).toMatchObject({ clause: 'exchange.body', seen: '/0/enabled must be boolean' });
});

test('FC-041, FC-042: a null for an optional text and a new value of an open list are no broken promise', () => {
  const { httpConfig } = subscription;
  const unusual = {
    ...subscription,
    description: null,
    filter: null,
    httpConfig: { ...httpConfig, httpAuthenticationType: 'OAUTH2' },
  };

  expect(findings({ body: [unusual] })).not.toContain('exchange.body of the clause');
  expect(findings({ body: [{ ...subscription, unheardOf: 1 }] })).toEqual([]);
  expect(
    findings({ status: 400, body: { messages: [{ locale: 'en', localeOrigin: 'TENANT', text: 'no' }] } }),
  ).not.toContain('exchange.error-body of the clause');
});

test('FC-039: the example input of a trigger may fit several of its documented forms', () => {
  const trigger = {
    id: 'idn:access-request-pre-approval',
    name: 'Access Request Submitted',
    type: 'REQUEST_RESPONSE',
    inputSchema: '{}',
    outputSchema: '{}',
    exampleInput: {
      accessRequestId: '4b4d982dddff4267ab12f0f1e72b5a6d',
      requestedFor: { id: '2c91808b6ef1d43e016efba0ce470906', name: 'Ed', type: 'IDENTITY' },
      requestedItems: [
        { id: 'a', name: 'A', description: 'a', type: 'ROLE', operation: 'Add', comment: 'please' },
      ],
      requestedBy: { id: '2c91808b6ef1d43e016efba0ce470909', name: 'Eve', type: 'IDENTITY' },
    },
  };
  const ofAnUnknown = { ...trigger, id: 'idn:unheard-of', exampleInput: { anything: true } };

  expect(findings({ operation: 'listTriggers', body: [trigger, ofAnUnknown] })).not.toContain(
    'exchange.body of the clause',
  );
});

test('FC-040, FC-043: an invocation in flight has no completion, in any spelling, and times may be exact', () => {
  const status = (completed: object) => ({
    id: 'i1',
    triggerId: 'idn:identity-created',
    subscriptionId: 's1',
    subscriptionName: 'somebody',
    type: 'REAL_TIME',
    created: '2026-01-01T00:00:00.123456Z',
    startInvocationInput: { triggerId: 'idn:identity-created', input: {}, contentJson: {} },
    ...completed,
  });
  const statuses = [{ completed: null }, { completed: '' }, {}, { completed: '2026-01-01T00:00:01.5Z' }];

  expect(findings({ operation: 'listTriggerInvocationStatus', body: statuses.map(status) })).not.toContain(
    'exchange.body of the clause',
  );
});

test('FC-037: a 429 says in whole seconds how long to wait', () => {
  const refused = (headers: Record<string, string>) =>
    findings({
      status: 429,
      body: { message: ' Rate Limit Exceeded ' },
      headers: { 'content-type': 'application/json', ...headers },
    });

  expect(refused({ 'retry-after': '2' })).toEqual([]);
  for (const wrong of [{}, { 'retry-after': 'soon' }, { 'retry-after': '1.5' }, { 'retry-after': '-1' }])
    expect(refused(wrong)).toEqual(['quota.retry-after of the clause']);
});

test('a secret that was written may stand nowhere in an answer', () => {
  const recorder = aRecorder();
  recorder.written.push('secret-1');
  const answer = answered({ status: 400, body: { error: 'secret-1 is too short' } }, recorder);

  expect(judge(answer, 'createSubscription')).toContainEqual(
    expect.objectContaining({ clause: 'subscriptions.secrets', seen: 'a secret that was written' }),
  );
});

test("other people's secrets are told by their length, in subscriptions only", () => {
  const { httpConfig } = subscription;
  const basic = (password: unknown) => ({
    ...subscription,
    id: 'another',
    httpConfig: {
      ...httpConfig,
      httpAuthenticationType: 'BASIC_AUTH',
      basicAuthConfig: { userName: 'u', password },
    },
  });
  const [shown] = judge(answered({ body: [subscription, basic('hunter2')] }), 'listSubscriptions');

  expect(shown).toEqual({
    clause: 'subscriptions.secrets',
    expected: '/1/httpConfig/basicAuthConfig/password null',
    seen: '/1/httpConfig/basicAuthConfig/password a text of 7 characters',
  });
  expect(findings({ body: [basic(null)] })).toEqual([]);
  expect(findings({ operation: 'listTriggers', body: [{ exampleInput: { password: 'x' } }] })).not.toContain(
    'subscriptions.secrets of the clause',
  );
});

test('what an exchange broke is noted with its own operation and status', () => {
  const recorder = aRecorder();

  observe(exchangeOf({ operation: 'listTriggers', status: 202, body: [] }), recorder);

  expect(recorder.exchanges).toHaveLength(1);
  expect(recorder.violations).toMatchObject([
    { clause: 'exchange.status', operation: 'listTriggers', status: 202, level: 'must' },
  ]);
});

test('what only warns is told once for all records of a list', () => {
  const body = [1, 2, 3].map((number) => ({ ...subscription, id: `s${number}`, description: null }));
  const operation = 'listSubscriptions';

  expect(judge(answered({ operation, body }), operation)).toEqual([
    {
      clause: 'exchange.body.details',
      expected: 'the documented body of a 200',
      seen: '/*/description must be string',
    },
  ]);
});
