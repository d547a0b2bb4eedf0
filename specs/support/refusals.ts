import type { ClauseId } from '../../contracts/clauses/index.ts';
import type { Answer, JsonObject } from './answer.ts';
import { expect } from './expect.ts';
import type { Listed, Subscriptions } from './subscriptions.ts';

/** One defect of an otherwise right body, and what it is called in a title. */
export type Defect = Readonly<{ name: string; change: (body: JsonObject) => JsonObject }>;

/** Sends a draft with a defect, then the same draft without it: the first is refused, the second is created. */
export const expectOnlyDefectRefused = async (
  subscriptions: Subscriptions,
  { change }: Defect,
): Promise<Answer> => {
  const draft = subscriptions.draft();
  const refused = await subscriptions.attempt(change(draft));
  const accepted = await subscriptions.attempt(draft);

  expect(refused).toBeRefused(400);
  expect(accepted).toHaveStatus(201, { clause: 'subscriptions.create', status: 201 });

  return refused;
};

/** After a refusal the subscription is as it was: what it had not, it has not now. */
export const expectUnchanged = (
  refused: Answer,
  listed: Listed,
  before: JsonObject,
  clause?: ClauseId,
): void => {
  const [now] = listed.records;
  const whole = { description: null, filter: null, ...before };
  expect({ ...refused, body: now, text: '' }).toShow(whole, clause ? { clause } : {});
};
