import { expect, test } from '@playwright/test';
import type { OperationId } from '../contracts/operations.ts';
import { GuardError } from './errors.ts';
import { checkRequest, type GuardPolicy, type Risk } from './guard.ts';
import { type Ledger, memoryLedger } from './ledger.ts';
import { json, serve, testClient } from './testing/tenant.ts';

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

    const elsewhere = [
      {},
      { allowWritesHost: 'other.example' },
      { host: 'other.example', allowWritesHost: 'other.example' },
      { host: 'other.example', allowWritesHost: '127.0.0.1' },
    ];

    for (const hosts of elsewhere)
      expect(await outcome({ ...write, guard: { ...readOnly, ...hosts } })).toBe('read-only');
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

test('lets no body out that could switch a subscription on, without the risk', async () => {
  const on = { ...off, enabled: true };
  const patch = [{ op: 'replace', path: '/enabled', value: true }];

  expect(await outcome({ operation: 'createSubscription', body: on })).toBe('enabled');
  expect(await outcome({ operation: 'updateSubscription', id: 'own', body: on })).toBe('enabled');
  expect(await outcome({ operation: 'patchSubscription', id: 'own', body: patch })).toBe('enabled');
  expect(await outcome({ operation: 'createSubscription', rawBody: '{"a":' })).toBe('enabled');
  expect(await outcome({ operation: 'createSubscription', body: on, guard: policy('enabled') })).toBe('sent');
});

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

const testEvents: readonly (readonly [string, boolean])[] = [
  [JSON.stringify({ subscriptionIds: ['own'] }), true],
  [JSON.stringify({ subscriptionIds: ['own', 'made-up'], contentJson: {} }), true],
  ['{"subscriptionIds":["own"],"a":', true],
  [JSON.stringify({}), false],
  [JSON.stringify({ subscriptionIds: [] }), false],
  [JSON.stringify({ subscriptionIds: 'own' }), false],
  [JSON.stringify({ subscriptionIds: ['own', 'somebody-elses'] }), false],
  [JSON.stringify({ subscriptionIds: ['own', null] }), false],
  ['{"subscriptionIds":["somebody-elses"],"a":', false],
  ['{"a":', false],
];

for (const [text, leaves] of testEvents) {
  test(`${leaves ? 'lets' : 'does not let'} the test event ${text} out to a tenant`, () => {
    const check = (hostname: string) => () =>
      checkRequest(
        { operation: 'startTestTriggerInvocation', what: 'POST', hostname, text },
        { kind: 'tenant', host: hostname, allowWritesHost: hostname, risks: new Set() },
        withOwn(),
      );

    expect(check('127.0.0.1')).not.toThrow();
    if (leaves) expect(check('t.example')).not.toThrow();
    else expect(check('t.example')).toThrow(/subscriptionIds do not name/);
  });
}

test('says what was not sent, why, and which setting allows it', () => {
  const check = () =>
    checkRequest(
      {
        operation: 'deleteSubscription',
        what: 'DELETE /beta/trigger-subscriptions/own',
        hostname: 't.example',
        id: 'own',
      },
      { kind: 'tenant', host: 't.example', risks: new Set() },
      withOwn(),
    );

  expect(check).toThrow(
    'DELETE /beta/trigger-subscriptions/own was not sent: t.example is read-only for this run. ISC_ALLOW_WRITES=t.example allows it.',
  );
});
