import type { Invocations } from './invocations.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Invocations of two subscriptions of one trigger and of one of another: what a filter can tell apart. */
export const threeInvocations = async (subscriptions: Subscriptions, invocations: Invocations) => {
  const [a = '', b = ''] = subscriptions.triggers;
  const made = [
    await subscriptions.create({ triggerId: a }),
    await subscriptions.create({ triggerId: b }),
    await subscriptions.create({ triggerId: a }),
  ] as const;
  const started: string[] = [];
  for (const subscription of made) {
    const { id } = await invocations.startOne(subscription);
    await invocations.status({ id }, subscription);
    started.push(id);
  }
  const [a1 = '', b1 = '', a2 = ''] = started;
  const [first, third, second] = made.map(({ id }) => id);

  return { a, b, a1, a2, b1, first: first ?? '', second: second ?? '', third: third ?? '' };
};
