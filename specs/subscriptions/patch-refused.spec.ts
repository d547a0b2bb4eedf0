import { clause, expect, expectUnchanged, test } from '../support/index.ts';

const needs = ['writes'] as const;
const describing = { op: 'add', path: '/description', value: 'described by a patch' };

const refusals = [
  {
    id: 'subscriptions.patch.operations',
    name: 'the operation test',
    body: [{ op: 'test', path: '/type', value: 'HTTP' }],
  },
  {
    id: 'subscriptions.patch.operations',
    name: 'an unknown operation',
    body: [{ ...describing, op: 'overwrite' }],
  },
  {
    id: 'subscriptions.patch.operations',
    name: 'an operation without op',
    body: [{ path: '/name', value: 'x' }],
  },
  {
    id: 'subscriptions.patch.operations',
    name: 'an operation without path',
    body: [{ op: 'replace', value: 'x' }],
  },
  {
    id: 'subscriptions.patch.operations',
    name: 'an add without a value',
    body: [{ op: 'add', path: '/description' }],
  },
  { id: 'subscriptions.patch.immutable', name: 'a new id', body: [{ ...describing, path: '/id' }] },
  {
    id: 'subscriptions.patch.immutable',
    name: 'a new triggerId',
    body: [{ ...describing, path: '/triggerId', value: 'idn:source-updated' }],
  },
  { id: 'subscriptions.patch.list', name: 'one object in place of a list', body: describing },
  { id: 'subscriptions.patch.list', name: 'a text in place of a list', body: 'described by a patch' },
  {
    id: 'subscriptions.patch.values',
    name: 'an unknown type',
    body: [{ op: 'replace', path: '/type', value: 'CARRIER_PIGEON' }],
  },
  {
    id: 'subscriptions.patch.values',
    name: 'an unknown dispatch mode',
    body: [{ op: 'replace', path: '/httpConfig/httpDispatchMode', value: 'SOMETIME' }],
  },
  {
    id: 'subscriptions.patch.values',
    name: 'an object as name',
    body: [{ op: 'replace', path: '/name', value: {} }],
  },
  {
    id: 'subscriptions.patch.values',
    name: 'a list as httpConfig',
    body: [{ op: 'replace', path: '/httpConfig', value: [] }],
  },
  {
    id: 'subscriptions.patch.atomic',
    name: 'a right operation before one that is not allowed',
    body: [describing, { op: 'replace', path: '/triggerId', value: 'idn:source-updated' }],
  },
  {
    id: 'subscriptions.patch.atomic',
    name: 'right operations before one of an unknown kind',
    body: [
      describing,
      { op: 'add', path: '/filter', value: '$.identity' },
      { ...describing, op: 'overwrite' },
    ],
  },
] as const;

for (const { id: clauseId, name, body } of refusals) {
  test(`refuses ${name}`, clause(clauseId, { needs }), async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();

    const refused = await api.patchSubscription(id, body);
    const listed = await subscriptions.list(id);
    const accepted = await api.patchSubscription(id, [describing]);

    expect(refused).toBeRefused(400);
    expectUnchanged(refused, listed, { ...draft, id });
    expect(accepted).toHaveStatus(200, { clause: 'subscriptions.patch.replace', status: 200 });
  });
}

test(
  'refuses a text as enabled',
  clause('subscriptions.patch.values', { needs: ['writes', 'enabled'] }),
  async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();

    const refused = await api.patchSubscription(id, [
      { op: 'replace', path: '/enabled', value: 'sometimes' },
    ]);
    const listed = await subscriptions.list(id);

    expect(refused).toBeRefused(400);
    expectUnchanged(refused, listed, { ...draft, id });
  },
);

test(
  'refuses to remove what is not there',
  clause('subscriptions.patch.missing-target', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.patchSubscription(id, [{ op: 'remove', path: '/noSuchMember' }])).toBeRefused();
  },
);

test(
  'refuses a patch that says it is a text',
  clause('subscriptions.patch.media-type', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.patchSubscription(id, [describing], { contentType: 'text/plain' })).toBeRefused();
  },
);

test(
  'refuses PATCH of a subscription that does not exist',
  clause('subscriptions.patch.unknown', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.patchSubscription(subscriptions.inventedId(), [describing])).toBeRefused(404);
    expect(await api.patchSubscription(id, [describing])).toHaveStatus(200, {
      clause: 'subscriptions.patch.replace',
      status: 200,
    });
  },
);
