import { expect, test } from '@playwright/test';
import type { OperationId } from '../operations.ts';
import { requestIssues } from './index.ts';

const http = { url: 'https://hooks.example/in', httpDispatchMode: 'SYNC', httpAuthenticationType: 'NO_AUTH' };
const eventBridge = { awsAccount: '000000000000', awsRegion: 'us-east-1' };
const draft = { name: 'n', triggerId: 'idn:identity-created', type: 'HTTP', httpConfig: http };

const accepted: readonly (readonly [string, OperationId, unknown])[] = [
  ['a subscription by HTTP', 'createSubscription', draft],
  [
    'a subscription with everything',
    'createSubscription',
    { ...draft, description: 'd', responseDeadline: 'PT24H', enabled: false, filter: '$[?(@.identity)]' },
  ],
  [
    'a subscription by EventBridge',
    'createSubscription',
    { name: 'n', triggerId: 't', type: 'EVENTBRIDGE', eventBridgeConfig: eventBridge },
  ],
  ['a type without a config of its own', 'createSubscription', { name: 'n', triggerId: 't', type: 'SCRIPT' }],
  [
    'a workflow with a config that no schema defines',
    'createSubscription',
    { name: 'n', triggerId: 't', type: 'WORKFLOW', workflowConfig: { workflowId: 'w' } },
  ],
  ['HTTP with both configs', 'createSubscription', { ...draft, eventBridgeConfig: eventBridge }],
  [
    'credentials as they are read back',
    'updateSubscription',
    {
      type: 'HTTP',
      httpConfig: {
        ...http,
        basicAuthConfig: { userName: 'u', password: null },
        bearerTokenAuthConfig: null,
      },
    },
  ],
  ['an empty replacement', 'updateSubscription', {}],
  [
    'a replacement that repeats id and trigger',
    'updateSubscription',
    { id: '1', triggerId: 't', triggerName: 'T', name: 'n' },
  ],
  ['an empty patch', 'patchSubscription', []],
  ['switching off by a boolean', 'patchSubscription', [{ op: 'replace', path: '/enabled', value: false }]],
  [
    'every documented kind of patch',
    'patchSubscription',
    [
      { op: 'add', path: '/filter', value: '$.identity' },
      { op: 'replace', path: '/httpConfig', value: http },
      { op: 'replace', path: '/x', value: 7 },
      { op: 'replace', path: '/x', value: ['a', 1, {}] },
      { op: 'remove', path: '/description' },
      { op: 'move', from: '/name', path: '/description' },
      { op: 'copy', from: '/name', path: '/description' },
    ],
  ],
  ['a filter to try', 'testSubscriptionFilter', { input: { identity: {} }, filter: '$.identity' }],
  ['a test event', 'startTestTriggerInvocation', { triggerId: 't', contentJson: {} }],
  [
    'a test event for one subscription',
    'startTestTriggerInvocation',
    { triggerId: 't', input: { a: 1 }, contentJson: { workflowId: 1 }, subscriptionIds: ['s'] },
  ],
  ['a completion', 'completeTriggerInvocation', { secret: 's', output: {} }],
  ['a completion with an error', 'completeTriggerInvocation', { secret: 's', output: {}, error: 'no rota' }],
  ['a body where none is asked for', 'deleteSubscription', { any: 'thing' }],
];

for (const [name, operation, body] of accepted) {
  test(`${operation} takes ${name}`, () => {
    expect(requestIssues(operation, body)).toEqual([]);
  });
}

const refused: readonly (readonly [OperationId, unknown, string])[] = [
  ['createSubscription', undefined, ' must be present'],
  ['createSubscription', [], ' must be object'],
  ['createSubscription', without(draft, 'name'), '/name must be present'],
  ['createSubscription', without(draft, 'triggerId'), '/triggerId must be present'],
  ['createSubscription', without(draft, 'type'), '/type must be present'],
  ['createSubscription', without(draft, 'httpConfig'), '/httpConfig must be present'],
  ['createSubscription', { ...draft, type: 'EVENTBRIDGE' }, '/eventBridgeConfig must be present'],
  [
    'createSubscription',
    { ...draft, httpConfig: without(http, 'httpDispatchMode') },
    '/httpConfig/httpDispatchMode must be present',
  ],
  ['createSubscription', { ...draft, httpConfig: without(http, 'url') }, '/httpConfig/url must be present'],
  [
    'createSubscription',
    { ...draft, httpConfig: { ...http, httpAuthenticationType: 'OAUTH2' } },
    '/httpConfig/httpAuthenticationType must be one of NO_AUTH, BASIC_AUTH, BEARER_TOKEN',
  ],
  [
    'createSubscription',
    { ...draft, type: 'CARRIER_PIGEON' },
    '/type must be one of HTTP, EVENTBRIDGE, INLINE, SCRIPT, WORKFLOW',
  ],
  ['createSubscription', { ...draft, enabled: 'yes' }, '/enabled must be boolean'],
  ['createSubscription', { ...draft, name: null }, '/name must be string'],
  [
    'createSubscription',
    { ...draft, eventBridgeConfig: without(eventBridge, 'awsRegion') },
    '/eventBridgeConfig/awsRegion must be present',
  ],
  ['updateSubscription', { type: 'HTTP' }, '/httpConfig must be present'],
  ['patchSubscription', { op: 'replace', path: '/name', value: 'x' }, ' must be array'],
  ['patchSubscription', [{ path: '/name', value: 'x' }], '/0/op must be present'],
  ['patchSubscription', [{ op: 'remove' }], '/0/path must be present'],
  ['patchSubscription', [{ op: 'add', path: '/name' }], '/0/value must be present'],
  ['patchSubscription', [{ op: 'replace', path: '/name' }], '/0/value must be present'],
  ['patchSubscription', [{ op: 'move', path: '/name' }], '/0/from must be present'],
  ['patchSubscription', [{ op: 'copy', path: '/name' }], '/0/from must be present'],
  [
    'patchSubscription',
    [{ op: 'test', path: '/name', value: 'x' }],
    '/0/op must be one of add, remove, replace, move, copy',
  ],
  [
    'patchSubscription',
    [{ op: 'replace', path: '/x', value: 1.5 }],
    '/0/value must be string or integer or boolean or object or array',
  ],
  ['testSubscriptionFilter', { filter: '$' }, '/input must be present'],
  ['testSubscriptionFilter', { input: {} }, '/filter must be present'],
  ['startTestTriggerInvocation', { contentJson: {} }, '/triggerId must be present'],
  ['startTestTriggerInvocation', { triggerId: 't' }, '/contentJson must be present'],
  [
    'startTestTriggerInvocation',
    { triggerId: 't', contentJson: {}, subscriptionIds: [1] },
    '/subscriptionIds/0 must be string',
  ],
  ['completeTriggerInvocation', { output: {} }, '/secret must be present'],
  ['completeTriggerInvocation', { secret: 's' }, '/output must be present'],
  ['completeTriggerInvocation', { secret: 's', output: 'text' }, '/output must be object'],
];

for (const [operation, body, issue] of refused) {
  test(`${operation} says "${issue.trim()}" of ${JSON.stringify(body)}`, () => {
    expect(requestIssues(operation, body).map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      issue,
    ]);
  });
}

function without<T extends object>(value: T, member: keyof T): Partial<T> {
  const { [member]: _, ...rest } = value;
  return rest as Partial<T>;
}
