import { type Answer, clause, expect, lastOf, type Places, test, without } from '../support/index.ts';

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

    await expectNoMore(refused, places, trigger, 50);
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

    await expectNoMore(refused, places, trigger, 50);
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

for (const only of ['idn:access-request-dynamic-approver', 'idn:access-request-pre-approval']) {
  test(
    `refuses a second subscription of ${only}`,
    clause('subscriptions.limit.request-response', { needs: ['writes', 'slots'] }),
    async ({ places, subscriptions }) => {
      const trigger = await places.lease('REQUEST_RESPONSE', only);
      await places.fill(trigger, 1);

      const refused = await subscriptions.attempt(subscriptions.draft({ triggerId: trigger }));

      await expectNoMore(refused, places, trigger, 1);
    },
  );
}

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

/** The request is refused; where somebody left meanwhile it may be accepted, as long as there are not too many. */
const expectNoMore = async (
  refused: Answer,
  places: Places,
  trigger: string,
  most: number,
): Promise<void> => {
  const { total } = await places.count(trigger);

  expect(refused).toKeep({
    holds: refused.status >= 400 || total <= most,
    expected: `a refusal, or at most ${most} subscriptions`,
    seen: `${refused.status}, ${total} subscriptions`,
  });
  if (refused.status >= 300) expect(refused).toBeRefused();
};
