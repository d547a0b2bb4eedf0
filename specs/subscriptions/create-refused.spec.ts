import {
  clause,
  type Defect,
  expect,
  expectOnlyDefectRefused,
  isObject,
  test,
  without,
} from '../support/index.ts';

const needs = ['writes'] as const;

const missing: readonly Defect[] = ['name', 'triggerId', 'type'].map((member) => ({
  name: `without ${member}`,
  change: (body) => without(body, member),
}));

for (const defect of missing) {
  test(
    `refuses a subscription ${defect.name}`,
    clause('subscriptions.create.required', { needs, smoke: defect.name === 'without name' }),
    async ({ subscriptions }) => {
      await expectOnlyDefectRefused(subscriptions, defect);
    },
  );
}

const values: readonly Defect[] = [
  { name: 'of an unknown type', change: (body) => ({ ...body, type: 'CARRIER_PIGEON' }) },
  { name: 'with an object as name', change: (body) => ({ ...body, name: { text: body.name } }) },
  { name: 'with a list as httpConfig', change: (body) => ({ ...body, httpConfig: [body.httpConfig] }) },
  {
    name: 'with an unknown dispatch mode',
    change: (body) => withHttp(body, { httpDispatchMode: 'SOMETIME' }),
  },
  {
    name: 'with an unknown authentication',
    change: (body) => withHttp(body, { httpAuthenticationType: 'HANDSHAKE' }),
  },
  { name: 'with an object as url', change: (body) => withHttp(body, { url: {} }) },
  { name: 'with an object as filter', change: (body) => ({ ...body, filter: { path: '$.identity' } }) },
];

for (const defect of values) {
  test(
    `refuses a subscription ${defect.name}`,
    clause('subscriptions.create.values', { needs }),
    async ({ subscriptions }) => {
      await expectOnlyDefectRefused(subscriptions, defect);
    },
  );
}

test(
  'refuses a subscription with a text as enabled',
  clause('subscriptions.create.values', {
    needs: ['writes', 'enabled'],
  }),
  async ({ subscriptions }) => {
    await expectOnlyDefectRefused(subscriptions, {
      name: 'with a text as enabled',
      change: (body) => ({ ...body, enabled: 'sometimes' }),
    });
  },
);

test(
  'refuses a list with a subscription in it',
  clause('subscriptions.create.values', { needs: ['writes', 'enabled'] }),
  async ({ subscriptions }) => {
    expect(await subscriptions.attempt([subscriptions.draft()])).toBeRefused(400);
  },
);

const configs: readonly Defect[] = [
  { name: 'HTTP subscription without httpConfig', change: (body) => without(body, 'httpConfig') },
  {
    name: 'EVENTBRIDGE subscription without eventBridgeConfig',
    change: (body) => without({ ...body, type: 'EVENTBRIDGE' }, 'httpConfig'),
  },
];

for (const defect of configs) {
  test(
    `refuses an ${defect.name}`,
    clause('subscriptions.create.config', { needs }),
    async ({ subscriptions }) => {
      await expectOnlyDefectRefused(subscriptions, defect);
    },
  );
}

const bridge = { awsAccount: '123456789012', awsRegion: 'us-west-1' };
const members: readonly Defect[] = [
  { name: 'httpConfig without url', change: (body) => withHttp(body, { url: undefined }) },
  {
    name: 'eventBridgeConfig without awsAccount',
    change: (body) => onBridge(body, without(bridge, 'awsAccount')),
  },
  {
    name: 'eventBridgeConfig without awsRegion',
    change: (body) => onBridge(body, without(bridge, 'awsRegion')),
  },
];

for (const defect of members) {
  test(
    `refuses an ${defect.name}`,
    clause('subscriptions.create.config.required', { needs }),
    async ({ subscriptions }) => {
      await expectOnlyDefectRefused(subscriptions, defect);
    },
  );
}

const expected: readonly (Defect & { id: Parameters<typeof clause>[0] })[] = [
  {
    id: 'subscriptions.create.dispatch-mode',
    name: 'httpConfig without httpDispatchMode',
    change: (body) => withHttp(body, { httpDispatchMode: undefined }),
  },
  {
    id: 'subscriptions.create.unknown-trigger',
    name: 'unknown trigger',
    change: (body) => ({ ...body, triggerId: 'idn:no-such-trigger' }),
  },
  {
    id: 'subscriptions.create.deadline',
    name: 'response deadline that is no duration',
    change: (body) => ({ ...body, responseDeadline: 'in an hour' }),
  },
];

for (const { id, ...defect } of expected) {
  test(`refuses a subscription with an ${defect.name}`, clause(id, { needs }), async ({ subscriptions }) => {
    const refused = await subscriptions.attempt(defect.change(subscriptions.draft()));

    expect(refused).toBeRefused();
  });
}

test(
  'refuses a body that is cut off',
  clause('subscriptions.create.malformed', { needs }),
  async ({ subscriptions }) => {
    const whole = JSON.stringify(subscriptions.draft());

    const refused = await subscriptions.attempt(undefined, { rawBody: whole.slice(0, -1) });
    const accepted = await subscriptions.attempt(undefined, { rawBody: whole });

    expect(refused).toBeRefused(400);
    expect(accepted).toHaveStatus(201, { clause: 'subscriptions.create', status: 201 });
  },
);

const withHttp = (body: Readonly<Record<string, unknown>>, changes: object) => ({
  ...body,
  httpConfig: { ...(isObject(body.httpConfig) ? body.httpConfig : {}), ...changes },
});

const onBridge = (body: Readonly<Record<string, unknown>>, eventBridgeConfig: object) =>
  without({ ...body, type: 'EVENTBRIDGE', eventBridgeConfig }, 'httpConfig');
