import { expect, test } from '@playwright/test';
import { causeOf, draft, openTestTenant } from '../test-tenant.ts';

const path = '/beta/trigger-subscriptions';
const httpConfig = {
  ...draft.httpConfig,
  httpAuthenticationType: 'BEARER_TOKEN',
  bearerTokenAuthConfig: { bearerToken: 'secret' },
};
const start = { description: 'd', filter: '$.a', httpConfig };

const patched = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const { send, subscribe, tenant } = await openTestTenant();
  const before = await subscribe(start);
  const answer = await send('PATCH', `${path}/${before.id}`, { body, headers });
  const [after] = (await send('GET', path)).body as readonly Readonly<Record<string, unknown>>[];

  return { before, answer, after, stored: tenant.store.subscriptions.find(String(before.id)) };
};

const accepted: readonly (readonly [
  why: string,
  body: readonly unknown[],
  changes: Readonly<Record<string, unknown>>,
])[] = [
  ['an empty list', [], {}],
  ['a boolean', [{ op: 'replace', path: '/enabled', value: false }], { enabled: false }],
  [
    'several in order',
    [
      { op: 'replace', path: '/name', value: 'a' },
      { op: 'replace', path: '/name', value: 'b' },
    ],
    { name: 'b' },
  ],
  ['add', [{ op: 'add', path: '/filter', value: '$.b' }], { filter: '$.b' }],
  ['remove', [{ op: 'remove', path: '/description' }], { description: undefined }],
  [
    'remove of a default',
    [
      { op: 'replace', path: '/responseDeadline', value: 'PT2H' },
      { op: 'remove', path: '/responseDeadline' },
    ],
    { responseDeadline: 'PT1H' },
  ],
  ['copy', [{ op: 'copy', from: '/name', path: '/description' }], { description: 'unit test' }],
  ['move', [{ op: 'move', from: '/description', path: '/name' }], { name: 'd', description: undefined }],
  [
    'a change of type',
    [
      { op: 'replace', path: '/type', value: 'INLINE' },
      { op: 'remove', path: '/httpConfig' },
    ],
    { type: 'INLINE', httpConfig: undefined },
  ],
  [
    'the config of a workflow',
    [{ op: 'add', path: '/workflowConfig', value: { workflowId: 'w' } }],
    { workflowConfig: { workflowId: 'w' } },
  ],
];

for (const [why, body, changes] of accepted) {
  test(`${why} is carried out, and nothing else changes`, async () => {
    const { before, answer, after } = await patched(body);
    const expected = JSON.parse(JSON.stringify({ ...before, ...changes }));

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(expected);
    expect(after).toEqual(expected);
  });
}

test('a path inside httpConfig changes that member alone, and the secret stays', async () => {
  const { answer, stored } = await patched([
    { op: 'replace', path: '/httpConfig/url', value: 'http://127.0.0.1:8/' },
  ]);

  expect(answer.status).toBe(200);
  expect(stored?.httpConfig).toEqual({ ...httpConfig, url: 'http://127.0.0.1:8/' });
});

test('a new bearer token is stored and not shown', async () => {
  const bearerToken = '/httpConfig/bearerTokenAuthConfig/bearerToken';
  const { answer, stored } = await patched([{ op: 'replace', path: bearerToken, value: 'fresh' }]);

  expect(answer.text).not.toContain('fresh');
  expect(stored?.httpConfig?.bearerTokenAuthConfig).toEqual({ bearerToken: 'fresh' });
});

test('no copy brings a secret to light', async () => {
  const { answer, after } = await patched([
    { op: 'copy', from: '/httpConfig/bearerTokenAuthConfig/bearerToken', path: '/description' },
  ]);

  expect(`${answer.text} ${JSON.stringify(after)}`).not.toContain('"secret"');
});

const valid = { op: 'replace', path: '/name', value: 'changed' };
const refused: readonly (readonly [why: string, body: unknown])[] = [
  ['a single operation in place of a list', valid],
  ['a text', 'name'],
  ['null', null],
  ['broken JSON', '[{'],
  ['an operation that is no object', [valid, 1]],
  ['test', [valid, { op: 'test', path: '/name', value: 'changed' }]],
  ['an unknown operation', [valid, { op: 'merge', path: '/name', value: 'x' }]],
  ['an inherited name as operation', [valid, { op: 'constructor', path: '/name', value: 'x' }]],
  ['no operation', [valid, { path: '/name', value: 'x' }]],
  ['no path', [valid, { op: 'replace', value: 'x' }]],
  ['no value', [valid, { op: 'replace', path: '/name' }]],
  ['no from', [valid, { op: 'move', path: '/name' }]],
  ['the id', [valid, { op: 'replace', path: '/id', value: 'x' }]],
  ['the trigger', [valid, { op: 'replace', path: '/triggerId', value: 'idn:source-created' }]],
  ['the name of the trigger', [valid, { op: 'replace', path: '/triggerName', value: 'x' }]],
  ['all of it', [valid, { op: 'replace', path: '', value: {} }]],
  ['a path without a slash', [valid, { op: 'replace', path: 'name', value: 'x' }]],
  ['a path that is not there', [valid, { op: 'remove', path: '/workflowConfig' }]],
  ['a path below a text', [valid, { op: 'add', path: '/name/first', value: 'x' }]],
  ['a path below nothing', [valid, { op: 'add', path: '/eventBridgeConfig/awsRegion', value: 'x' }]],
  ['a path into a prototype', [valid, { op: 'add', path: '/httpConfig/__proto__/x', value: 'x' }]],
  ['a name that is no text', [{ op: 'replace', path: '/name', value: 1 }]],
  ['a value outside an enum', [valid, { op: 'replace', path: '/type', value: 'FAX' }]],
  ['a removed name', [{ op: 'remove', path: '/name' }]],
  ['a removed httpConfig', [valid, { op: 'remove', path: '/httpConfig' }]],
  ['a removed url', [valid, { op: 'remove', path: '/httpConfig/url' }]],
  ['a wrong deadline', [valid, { op: 'replace', path: '/responseDeadline', value: 'soon' }]],
];

for (const [why, body] of refused) {
  test(`${why} is refused with 400 and a cause, and nothing changes`, async () => {
    const { before, answer, after } = await patched(body);

    expect(answer.status).toBe(400);
    expect(causeOf(answer)).toEqual(expect.any(String));
    expect(after).toEqual(before);
  });
}

test('only application/json-patch+json is taken', async () => {
  const { answer, before, after } = await patched([valid], { 'content-type': 'application/json' });

  expect(answer.status).toBe(400);
  expect(causeOf(answer)).toContain('application/json-patch+json');
  expect(after).toEqual(before);
});
