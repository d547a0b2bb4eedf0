import { sleep } from 'k6';
import exec from 'k6/execution';
import { type ApiPlan, createApi } from '../support/api.ts';
import type { LimitsPlan } from '../support/limits-plan.ts';
import { readPlan } from '../support/plan.ts';
import { createTokenSource } from '../support/token.ts';

const plan = readPlan<LimitsPlan & ApiPlan>();
const api = createApi(plan, createTokenSource());

export const options = {
  scenarios: {
    limits: {
      executor: 'per-vu-iterations',
      exec: 'subscriptionLimits',
      vus: plan.racers.length,
      iterations: 1,
      maxDuration: `${plan.seconds + 60}s`,
    },
  },
};

/** One of several that race for the places of a trigger: takes one, and gives one back when there is none. */
export function subscriptionLimits(): void {
  const racer = plan.racers[exec.vu.idInTest - 1];
  if (!racer) return;
  const held: string[] = [];
  const until = Date.now() + plan.seconds * 1000;
  let made = 0;

  while (Date.now() < until) {
    made += 1;
    const id = create(racer.triggerId, `${racer.name} ${made}`);
    if (id !== undefined) held.push(id);
    else {
      const given = held.pop();
      if (given !== undefined) remove(racer.triggerId, given);
    }
    sleep(plan.pauseSeconds);
  }
  for (const id of held) remove(racer.triggerId, id);
}

const create = (triggerId: string, name: string): string | undefined => {
  const { start, end, status, response } = api('createSubscription', {
    body: { ...plan.draft, triggerId, name },
  });
  const id = status === 201 ? String(JSON.parse(response.body).id) : undefined;
  console.log(`create,${triggerId},${start},${end},${status},${id ?? ''}`);

  return id;
};

const remove = (triggerId: string, id: string): void => {
  const { start, end, status } = api('deleteSubscription', { id });
  console.log(`delete,${triggerId},${start},${end},${status},${id}`);
};
