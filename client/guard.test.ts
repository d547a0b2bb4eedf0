import { expect, test } from '@playwright/test';
import type { OperationId } from '../contracts/operations.ts';
import { GuardError } from './errors.ts';
import type { GuardPolicy, Risk } from './guard.ts';
import { type Ledger, memoryLedger } from './ledger.ts';
import { json, serve, testClient } from './test-support.ts';

const off = { name: 'n', triggerId: 'idn:source-created', enabled: false };

const policy = (...risks: Risk[]): GuardPolicy => ({
  kind: 'tenant',
  host: '127.0.0.1',
  allowWritesHost: '127.0.0.1',
  risks: new Set(risks),
});

const withOwn = (): Ledger => {
  const ledger = memoryLedger('8f3c1d');
  ledger.created(ledger.intend({ name: 'n', triggerId: 'idn:source-created' }), 'own');
  ledger.invent('made-up');

  return ledger;
};

type Attempt = Readonly<{
  operation: OperationId;
  id?: string;
  body?: unknown;
  rawBody?: string | Uint8Array;
  guard?: GuardPolicy;
  ledger?: Ledger;
}>;

/** The rule that held a request back, or `sent`; held back means that no byte left, no token request either. */
const outcome = async ({ operation, id, guard = policy(), ledger = withOwn(), ...parts }: Attempt) => {
  await using server = await serve((_, response) => json(response, 200, {}));
  const client = testClient(server, { guard, ledger });
  const path = id === undefined ? {} : { path: { id } };
  try {
    await client.call(operation, { version: 'beta', ...path, ...parts });

    return 'sent';
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    expect(server.seen).toEqual([]);

    return error.rule;
  } finally {
    await client.close();
  }
};

const writes: readonly Attempt[] = [
  { operation: 'createSubscription', body: off },
  { operation: 'updateSubscription', id: 'own', body: off },
  { operation: 'patchSubscription', id: 'own', body: [] },
  { operation: 'deleteSubscription', id: 'own' },
  { operation: 'testSubscriptionFilter', body: {} },
  { operation: 'startTestTriggerInvocation', body: {} },
  { operation: 'completeTriggerInvocation', id: 'own', body: {} },
];

for (const write of writes) {
  test(`lets ${write.operation} out only where its host is named`, async () => {
    const readOnly: GuardPolicy = { kind: 'tenant', host: '127.0.0.1', risks: new Set() };

    expect(await outcome({ ...write, guard: readOnly })).toBe('read-only');
    expect(await outcome({ ...write, guard: { ...readOnly, allowWritesHost: 'other.example' } })).toBe(
      'read-only',
    );
    expect(
      await outcome({
        ...write,
        guard: { ...readOnly, host: 'other.example', allowWritesHost: 'other.example' },
      }),
    ).toBe('read-only');
    expect(await outcome(write)).toBe('sent');
  });
}

test('reads without leave, and does anything on the mock', async () => {
  const readOnly: GuardPolicy = { kind: 'tenant', host: '127.0.0.1', risks: new Set() };

  expect(await outcome({ operation: 'listSubscriptions', guard: readOnly })).toBe('sent');
  expect(
    await outcome({ operation: 'createSubscription', body: { enabled: true }, guard: { kind: 'open' } }),
  ).toBe('sent');
});

for (const operation of [
  'updateSubscription',
  'patchSubscription',
  'deleteSubscription',
  'completeTriggerInvocation',
] as const) {
  test(`touches with ${operation} what the run made or made up, and nothing else`, async () => {
    const body =
      operation === 'patchSubscription' ? [] : operation === 'deleteSubscription' ? undefined : off;

    expect(await outcome({ operation, id: 'somebody-elses', body })).toBe('foreign');
    expect(await outcome({ operation, id: 'own', body })).toBe('sent');
    expect(await outcome({ operation, id: 'made-up', body })).toBe('sent');
  });
}

for (const id of ['', '.', '..']) {
  test(`makes no other path of the id "${id}"`, async () => {
    expect(await outcome({ operation: 'deleteSubscription', id, guard: { kind: 'open' } })).toBe('path');
  });
}

const enabling: readonly unknown[] = [
  { ...off, enabled: true },
  { ...off, enabled: undefined },
  { ...off, enabled: null },
  { ...off, enabled: 'false' },
  { ...off, Enabled: true },
  { ...off, httpConfig: { enabled: true } },
  { subscription: off },
  [off],
  [],
  'text',
  undefined,
];

for (const body of enabling) {
  test(`holds back a create and a put of ${JSON.stringify(body)}`, async () => {
    expect(await outcome({ operation: 'createSubscription', body })).toBe('enabled');
    expect(await outcome({ operation: 'updateSubscription', id: 'own', body })).toBe('enabled');
    expect(await outcome({ operation: 'createSubscription', body, guard: policy('enabled') })).toBe('sent');
  });
}

test('is not misled by text that looks like a member', async () => {
  expect(await outcome({ operation: 'createSubscription', body: { ...off, name: '"enabled": true' } })).toBe(
    'sent',
  );
});

const raw: readonly (readonly [string | Uint8Array, string])[] = [
  ['{"enabled":false,"a":', 'sent'],
  ['{"enabled" : false, "name": "n"}', 'sent'],
  ['{"a":', 'enabled'],
  ['{"enabled":false,"enabled":true}', 'enabled'],
  ['{"enabled":false,"\\u0065nabled":true}', 'enabled'],
  ['{"enabled":false,"enabled" :\n true', 'enabled'],
  [Buffer.from('{"enabled":true}', 'utf16le'), 'enabled'],
];

for (const [rawBody, expected] of raw) {
  test(`judges the bytes ${JSON.stringify(rawBody.toString())}: ${expected}`, async () => {
    expect(await outcome({ operation: 'createSubscription', rawBody })).toBe(expected);
  });
}

const patches: readonly (readonly [unknown, string])[] = [
  [[{ op: 'replace', path: '/enabled', value: false }], 'sent'],
  [[{ op: 'replace', path: '/name', value: 'enabled' }], 'sent'],
  [{ op: 'replace', path: '/name', value: 'x' }, 'sent'],
  [[{ op: 'copy', from: '/enabled', path: '/description' }], 'sent'],
  [[{ op: 'replace', path: '', value: off }], 'sent'],
  [[{ op: 'replace', path: '/enabled', value: true }], 'enabled'],
  [[{ op: 'add', path: '/enabled', value: true }], 'enabled'],
  [[{ op: 'replace', path: '/enabled', value: 'false' }], 'enabled'],
  [[{ op: 'replace', path: '/enabled', value: { a: 1 } }], 'enabled'],
  [[{ op: 'replace', path: '/Enabled/', value: true }], 'enabled'],
  [[{ op: 'replace', path: '/%65nabled', value: true }], 'enabled'],
  [[{ op: 'replace', path: 'enabled', value: 1 }], 'enabled'],
  [[{ op: 'replace', path: ['enabled'], value: true }], 'enabled'],
  [[{ op: 'remove', path: '/enabled' }], 'enabled'],
  [[{ op: 'remove', path: '/enabled', value: false }], 'enabled'],
  [[{ op: 'copy', from: '/name', path: '/enabled' }], 'enabled'],
  [[{ op: 'move', from: '/name', path: '/enabled', value: false }], 'enabled'],
  [[{ op: 'move', from: '/enabled', path: '/description' }], 'enabled'],
  [[{ op: 'replace', path: '', value: { name: 'n' } }], 'enabled'],
  [[{ op: 'add', path: '/', value: { enabled: true } }], 'enabled'],
  [[{ op: 'copy', from: '/httpConfig', path: '' }], 'enabled'],
  [[{ op: 'replace', path: '/httpConfig', value: { enabled: true } }], 'enabled'],
  [
    [
      { op: 'replace', path: '/name', value: 'x' },
      { op: 'replace', path: '/enabled', value: true },
    ],
    'enabled',
  ],
  [[[{ op: 'replace', path: '/enabled', value: true }]], 'enabled'],
  [{ enabled: true }, 'enabled'],
  [{ op: 'replace', path: '/enabled', value: true }, 'enabled'],
];

for (const [body, expected] of patches) {
  test(`judges the patch ${JSON.stringify(body)}: ${expected}`, async () => {
    expect(await outcome({ operation: 'patchSubscription', id: 'own', body })).toBe(expected);
  });
}

const rawPatches: readonly (readonly [string, string])[] = [
  ['[{"op":', 'sent'],
  ['[{"op":"replace","path":"/enabled","value":false}', 'enabled'],
  ['[ {"op": "replace", "path": "/enabled", "value": false} ]', 'sent'],
  ['[{"op":"replace","path":"/enabled","value":true,"value":false}]', 'enabled'],
  ['[{"op":"replace","path":"/\\u0065nabled","value":true}]', 'enabled'],
];

for (const [rawBody, expected] of rawPatches) {
  test(`judges the bytes of the patch ${rawBody}: ${expected}`, async () => {
    expect(await outcome({ operation: 'patchSubscription', id: 'own', rawBody })).toBe(expected);
  });
}

test('takes a slot of a REQUEST_RESPONSE trigger only with that risk', async () => {
  const slot = { ...off, triggerId: 'idn:access-request-pre-approval' };
  const told: GuardPolicy = {
    ...policy(),
    kind: 'tenant',
    host: '127.0.0.1',
    risks: new Set(),
    requestResponseTriggers: new Set(['idn:new']),
  };

  expect(await outcome({ operation: 'createSubscription', body: slot })).toBe('slots');
  expect(await outcome({ operation: 'updateSubscription', id: 'own', body: slot })).toBe('slots');
  expect(
    await outcome({ operation: 'createSubscription', body: { ...off, triggerId: 'idn:new' }, guard: told }),
  ).toBe('slots');
  expect(await outcome({ operation: 'createSubscription', body: slot, guard: policy('slots') })).toBe('sent');
});

test('holds at most 20 subscriptions of a trigger at once without the risk limits', async () => {
  const full = withOwn();
  for (let held = 1; held < 20; held += 1)
    full.created(full.intend({ triggerId: 'idn:source-created' }), `own-${held}`);
  const create = { operation: 'createSubscription', body: off, ledger: full } as const;

  expect(await outcome(create).catch((error: Error) => error.message)).toBe('limits');
  expect(full.open()).toHaveLength(20);
  full.removed('own-3');
  expect(await outcome(create)).toBe('sent');
  expect(await outcome({ ...create, guard: policy('limits') })).toBe('sent');
});
