import { clause, expect, lastOf, test, without } from '../support/index.ts';

test(
  'takes 50 subscriptions of a fire-and-forget trigger',
  clause('subscriptions.limit.fire-and-forget.reached', {
    needs: ['writes', 'limits'],
  }),
  async ({ places }) => {
    const trigger = await places.lease('FIRE_AND_FORGET');

    const filled = await places.fill(trigger, 50);

    expect(filled.last).toKeep({
      holds: filled.held === 50,
      expected: '50 subscriptions',
      seen: `${filled.held}, and the next one refused`,
    });
  },
);

test(
  'refuses the 51st subscription of a fire-and-forget trigger',
  clause('subscriptions.limit.fire-and-forget', {
    needs: ['writes', 'limits'],
  }),
  async ({ places, subscriptions }) => {
    const trigger = await places.lease('FIRE_AND_FORGET');
    await places.fill(trigger, 50);

    const refused = await subscriptions.attempt(subscriptions.draft({ triggerId: trigger }));

    expect(refused).toBeRefused();
  },
);

test(
  'counts subscriptions of every type to the 50',
  clause('subscriptions.limit.fire-and-forget', { needs: ['writes', 'limits'] }),
  async ({ places, subscriptions }) => {
    const trigger = await places.lease('FIRE_AND_FORGET');
    await places.fill(trigger, 50);
    const eventBridgeConfig = { awsAccount: '123456789012', awsRegion: 'us-west-1' };
    const draft = subscriptions.draft({ triggerId: trigger, type: 'EVENTBRIDGE', eventBridgeConfig });

    const refused = await subscriptions.attempt(without(draft, 'httpConfig'));

    expect(refused).toBeRefused();
  },
);

test(
  'holds the limit of 50 when subscriptions are created at once',
  clause('subscriptions.limit.concurrent', {
    needs: ['writes', 'limits'],
  }),
  async ({ places, subscriptions }) => {
    const trigger = await places.lease('FIRE_AND_FORGET');
    const { held } = await places.fill(trigger, 46);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => subscriptions.attempt(subscriptions.draft({ triggerId: trigger }))),
    );
    const { total } = await places.count(trigger);
    const created = answers.filter(({ status }) => status === 201);

    expect(lastOf(answers)).toKeep({
      holds: total <= 50 && created.length === total - held,
      expected: `at most 50 in all, ${held} before and those created`,
      seen: `${total} in all, ${created.length} of 20 created`,
    });
  },
);

test(
  'gives the place of a deleted subscription to the next',
  clause('subscriptions.limit.freed', {
    needs: ['writes', 'limits'],
  }),
  async ({ api, places, subscriptions }) => {
    const trigger = await places.lease('FIRE_AND_FORGET');
    const { ids } = await places.fill(trigger, 50);

    const deleted = await api.deleteSubscription(ids[0] ?? '');
    const created = await subscriptions.attempt(subscriptions.draft({ triggerId: trigger }));

    expect(deleted).toHaveStatus(204, {
      clause: 'subscriptions.delete',
      operation: 'deleteSubscription',
      status: 204,
    });
    expect(created).toHaveStatus(201);
  },
);

test(
  'refuses a second subscription of a request-response trigger',
  clause('subscriptions.limit.request-response', {
    needs: ['writes', 'slots'],
  }),
  async ({ places, subscriptions }) => {
    const trigger = await places.lease('REQUEST_RESPONSE');
    await places.fill(trigger, 1);

    const refused = await subscriptions.attempt(subscriptions.draft({ triggerId: trigger }));

    expect(refused).toBeRefused();
  },
);

test(
  'holds the limit of one when subscriptions are created at once',
  clause('subscriptions.limit.concurrent', {
    needs: ['writes', 'slots'],
  }),
  async ({ places, subscriptions }) => {
    const trigger = await places.lease('REQUEST_RESPONSE');

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => subscriptions.attempt(subscriptions.draft({ triggerId: trigger }))),
    );
    const { total } = await places.count(trigger);

    expect(lastOf(answers)).toKeep({ holds: total <= 1, expected: 'at most 1 in all', seen: `${total}` });
  },
);
