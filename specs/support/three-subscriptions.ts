import type { Subscriptions } from './subscriptions.ts';

/** Two subscriptions of one trigger and one of another: what a filter can tell apart. */
export const threeSubscriptions = async (subscriptions: Subscriptions) => {
  const [a = '', b = ''] = subscriptions.triggers;
  const a1 = await subscriptions.create({ triggerId: a });
  const b1 = await subscriptions.create({ triggerId: b });
  const a2 = await subscriptions.create({ triggerId: a });

  return { a, b, a1: a1.id, a2: a2.id, b1: b1.id };
};
