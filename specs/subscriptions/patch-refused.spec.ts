import { clause, expect, expectUnchanged, test } from '../support/index.ts';

const needs = ['writes'] as const;
const rename = { op: 'replace', path: '/name', value: 'renamed by a patch' };

const refusals = [
  {
    id: 'subscriptions.patch.operations',
    name: 'the operation test',
    body: [{ op: 'test', path: '/type', value: 'HTTP' }],
  },
  {
    id: 'subscriptions.patch.operations',
    name: 'an unknown operation',
    body: [{ ...rename, op: 'overwrite' }],
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
  { id: 'subscriptions.patch.immutable', name: 'a new id', body: [{ ...rename, path: '/id' }] },
  {
    id: 'subscriptions.patch.immutable',
    name: 'a new triggerId',
    body: [{ ...rename, path: '/triggerId', value: 'idn:source-updated' }],
  },
  { id: 'subscriptions.patch.list', name: 'one object in place of a list', body: rename },
  { id: 'subscriptions.patch.list', name: 'a text in place of a list', body: 'renamed by a patch' },
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
    id: 'subscriptions.patch.atomic',
    name: 'a right operation before one that is not allowed',
    body: [rename, { op: 'replace', path: '/triggerId', value: 'idn:source-updated' }],
  },
  {
    id: 'subscriptions.patch.atomic',
    name: 'right operations before one of an unknown kind',
    body: [rename, { op: 'add', path: '/filter', value: '$.identity' }, { ...rename, op: 'overwrite' }],
  },
] as const;

for (const { id: clauseId, name, body } of refusals) {
  test(`refuses ${name}`, clause(clauseId, { needs }), async ({ api, subscriptions }) => {
    const { id, draft } = await subscriptions.create();

    const refused = await api.patchSubscription(id, body);
    const listed = await subscriptions.list(id);
    const accepted = await api.patchSubscription(id, [rename]);

    expect(refused).toBeRefused(400);
    expectUnchanged(refused, listed, { ...draft, id });
    expect(accepted).toHaveStatus(200, { clause: 'subscriptions.patch.replace', status: 200 });
  });
}

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

    expect(await api.patchSubscription(id, [rename], { contentType: 'text/plain' })).toBeRefused();
  },
);

test(
  'refuses PATCH of a subscription that does not exist',
  clause('subscriptions.patch.unknown', { needs }),
  async ({ api, subscriptions }) => {
    const { id } = await subscriptions.create();

    expect(await api.patchSubscription(subscriptions.inventedId(), [rename])).toBeRefused(404);
    expect(await api.patchSubscription(id, [rename])).toHaveStatus(200, {
      clause: 'subscriptions.patch.replace',
      status: 200,
    });
  },
);
