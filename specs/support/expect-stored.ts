import type { Answer, JsonObject } from './answer.ts';
import { type Blame, expect } from './expect.ts';
import type { Subscriptions } from './subscriptions.ts';

/** The answer to a change shows these members, and so does the list. */
export const expectStored = async (
  answer: Answer,
  {
    subscriptions,
    id,
    wanted,
    blame = {},
  }: Readonly<{ subscriptions: Subscriptions; id: string; wanted: JsonObject; blame?: Blame }>,
): Promise<void> => {
  expect(answer).toHaveStatus(200, blame);
  expect(answer).toShow(wanted, blame);
  const { records } = await subscriptions.listsAs(id, wanted);
  expect({ ...answer, body: records[0] }).toShow(wanted, blame);
};
