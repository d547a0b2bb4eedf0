import { expect, test } from '@playwright/test';
import type { OperationId } from '../operations.ts';
import { bodies } from './fixtures.ts';
import { responseIssues, responseWarnings } from './index.ts';
import { lenient } from './lenient.ts';

const { subscription, status, trigger, error } = bodies;
const { completed: _, ...inFlight } = status;
const oddHttp = { url: 'u', httpDispatchMode: 'SYNC', httpAuthenticationType: 'OAUTH2' };
const grown = { ...error, messages: [{ locale: 'und', localeOrigin: 'TENANT', text: 'no' }] };
const odd = { isValid: true, extra: 1 };

/** What an answer may look like without breaking a promise, and the places that deserve a warning. */
const accepted: readonly (readonly [string, OperationId, number, unknown, readonly string[]])[] = [
  ['completed null', 'listTriggerInvocationStatus', 200, [{ ...status, completed: null }], []],
  ['completed ""', 'listTriggerInvocationStatus', 200, [{ ...status, completed: '' }], []],
  ['completed absent', 'listTriggerInvocationStatus', 200, [inFlight], []],
  [
    'a null description and filter',
    'listSubscriptions',
    200,
    [{ ...subscription, description: null, filter: null }],
    ['/0/description', '/0/filter'],
  ],
  [
    'a null config',
    'createSubscription',
    201,
    { ...subscription, httpConfig: null, eventBridgeConfig: null },
    ['/httpConfig', '/eventBridgeConfig'],
  ],
  [
    'a new authentication type',
    'createSubscription',
    201,
    { ...subscription, httpConfig: oddHttp },
    ['/httpConfig/httpAuthenticationType'],
  ],
  ['a new invocation type', 'listTriggerInvocationStatus', 200, [{ ...status, type: 'REPLAY' }], ['/0/type']],
  ['a new origin of a message', 'createSubscription', 400, grown, ['/messages/0/localeOrigin']],
  [
    'microseconds',
    'listTriggerInvocationStatus',
    200,
    [{ ...status, created: '2026-01-01T00:00:00.123456Z' }],
    [],
  ],
  ['unknown members', 'listTriggers', 200, [{ ...trigger, 'x-new': 1 }], []],
  ['unknown members in an answer about a filter', 'testSubscriptionFilter', 200, odd, []],
  [
    'an unknown trigger with any example',
    'listTriggers',
    200,
    [{ ...trigger, id: 'idn:machine-identity-created', exampleInput: { a: 1 } }],
    [],
  ],
  ['an example that fits another trigger as well', 'listTriggers', 200, [trigger], []],
  [
    'an example of no documented shape',
    'listTriggers',
    200,
    [{ ...trigger, exampleInput: {}, exampleOutput: null }],
    [
      '/0/exampleInput/accessRequestId',
      '/0/exampleInput/requestedFor',
      '/0/exampleInput/requestedItems',
      '/0/exampleInput/requestedBy',
    ],
  ],
  [
    'an input schema that is no JSON',
    'listTriggers',
    200,
    [{ ...trigger, inputSchema: '{' }],
    ['/0/inputSchema'],
  ],
  [
    'an answering trigger without output schema',
    'listTriggers',
    200,
    [{ ...trigger, outputSchema: null }],
    ['/0/outputSchema'],
  ],
  ['an error of the gateway', 'createSubscription', 403, { error: 'denied', error_description: 'd' }, []],
  ['an error that only has a message', 'createSubscription', 400, { message: 'no' }, []],
  [
    'an error of another service',
    'listTriggers',
    400,
    { detailMessage: 'Specified offset is invalid.', stackTrace: [] },
    [],
  ],
  [
    'an error of an unsuitable Accept header',
    'listTriggers',
    500,
    { errorName: 'e', errorMessage: 'm', trackingId: 't' },
    [],
  ],
  ['an empty error', 'deleteSubscription', 404, {}, []],
  [
    'an error of nulls',
    'listTriggers',
    400,
    { detailCode: null, messages: null, causes: null },
    ['/detailCode', '/messages', '/causes'],
  ],
  ['a 401 of an own shape', 'listTriggers', 401, { error: 'JWT is required' }, []],
  ['a 401 in text', 'listTriggers', 401, 'Unauthorized', ['']],
  ['no body with a 401', 'listTriggers', 401, undefined, ['']],
  [
    'an empty output schema',
    'listTriggers',
    200,
    [{ ...trigger, type: 'FIRE_AND_FORGET', outputSchema: '' }],
    [],
  ],
  ['a 429 with another message', 'listTriggers', 429, { message: null, retry: 1 }, []],
];

for (const [name, operation, code, body, warnings] of accepted) {
  test(`${operation} ${code} may have ${name}`, () => {
    expect(responseIssues(operation, code, body)).toEqual([]);
    expect(responseWarnings(operation, code, body).map(({ pointer }) => pointer)).toEqual(warnings);
  });
}

const refused: readonly (readonly [string, OperationId, number, unknown, string])[] = [
  [
    'created in words',
    'listTriggerInvocationStatus',
    200,
    [{ ...status, created: 'yesterday' }],
    '/0/created',
  ],
  [
    'completed as a number',
    'listTriggerInvocationStatus',
    200,
    [{ ...status, completed: 5 }],
    '/0/completed',
  ],
  [
    'an example that is no object',
    'listTriggers',
    200,
    [{ ...trigger, id: 'x', exampleInput: 'text' }],
    '/0/exampleInput',
  ],
  ['an error that is no object', 'listTriggers', 500, 'Bad gateway', ''],
  ['error messages that are no list', 'listTriggers', 400, { messages: 'no' }, '/messages'],
  ['an error text that is a number', 'listTriggers', 400, { causes: [{ text: 7 }] }, '/causes/0/text'],
  [
    'an authentication type that is no text',
    'createSubscription',
    201,
    { ...subscription, httpConfig: { ...oddHttp, httpAuthenticationType: 1 } },
    '/httpConfig/httpAuthenticationType',
  ],
];

for (const [name, operation, code, body, pointer] of refused) {
  test(`${operation} ${code} may not have ${name}`, () => {
    expect(responseIssues(operation, code, body).map((issue) => issue.pointer)).toEqual([pointer]);
  });
}

test('the issue of a value with alternatives names them all', () => {
  expect(responseIssues('listTriggerInvocationStatus', 200, [{ ...status, completed: 5 }])).toEqual([
    { pointer: '/0/completed', message: 'must be date-time or empty text or null', keyword: 'anyOf' },
  ]);
});

test('an issue is never a warning as well', () => {
  expect(responseWarnings('createSubscription', 201, { ...subscription, filter: 1 })).toEqual([]);
});

test('the lenient reading changes optional members, growing enums and free shapes, and nothing else', () => {
  const closed = { type: 'object', required: ['a'], properties: { a: { type: 'string', enum: ['x'] } } };

  expect(lenient(closed)).toEqual(closed);
  expect(lenient({ ...closed, required: [] }).properties).toEqual({
    a: { if: { type: 'null' }, else: { type: 'string', enum: ['x'] } },
  });
  expect(lenient({ type: 'string', enum: ['x'], 'x-may-grow': true })).toEqual({
    type: 'string',
    'x-may-grow': true,
  });
  expect(lenient({ type: 'object', 'x-any-shape': true })).toEqual({});
});
