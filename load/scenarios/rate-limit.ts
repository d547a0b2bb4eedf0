import { sleep } from 'k6';
import { type ApiPlan, type Call, createApi, headerOf } from '../support/api.ts';
import { readPlan } from '../support/plan.ts';
import type { RateLimitPlan } from '../support/rate-limit-plan.ts';
import { createTokenSource } from '../support/token.ts';

const plan = readPlan<RateLimitPlan & ApiPlan>();
const api = createApi(plan, createTokenSource());
const longestWait = 60;

export const options = {
  scenarios: {
    quota: { executor: 'per-vu-iterations', exec: 'rateLimit', vus: 1, iterations: 1, maxDuration: '5m' },
  },
};

/** One client that finds out how many requests it may send: all at once, then as they come back, then as it is told. */
export function rateLimit(): void {
  const exhausted = burst();
  if (!exhausted) return;
  askElsewhere();
  watchRefill();
  obey();
}

const ask = (part: string, options: Parameters<typeof api>[1] = {}): Call => {
  const call = api('listTriggers', { query: 'limit=1', ...options });
  console.log(`${part},${call.start},${call.end},${call.status},${headerOf(call, 'Retry-After') ?? ''}`);

  return call;
};

/** As fast as it goes, to the first 429; gives whether there was one. */
const burst = (): boolean => {
  for (let sent = 0; sent < plan.mostRequests; sent += 1) if (ask('burst').status === 429) return true;

  return false;
};

/** With the quota used up: whether another version, and another client, still have theirs. */
const askElsewhere = (): void => {
  ask('version', { version: plan.otherVersion });
  if (plan.hasOtherClient) ask('client', { token: __ENV.ISC_LOAD_OTHER_TOKEN ?? '' });
  ask('own');
};

/** Steadily more than may pass, until it is clear how what may pass comes back. */
const watchRefill = (): void => {
  const began = Date.now();
  let lastAccepted = began;
  let clumps = 0;
  const goesOn = (): boolean => {
    const seconds = (Date.now() - began) / 1000;
    if (seconds < plan.watchSeconds.least) return true;
    const waiting = Date.now() - lastAccepted > 1000 || clumps > 0;

    return waiting && clumps < 3 && seconds < plan.watchSeconds.most;
  };
  while (goesOn()) {
    const { status } = ask('refill');
    if (status === 200) {
      if (Date.now() - lastAccepted > 1000) clumps += 1;
      lastAccepted = Date.now();
    }
    sleep(plan.pauseSeconds);
  }
};

/** Waits as long as it is told and asks once more: that must pass. */
const obey = (): void => {
  const until = Date.now() + plan.obeySeconds * 1000;
  while (Date.now() < until) {
    const call = ask('obey');
    if (call.status !== 429) continue;
    const seconds = Number(headerOf(call, 'Retry-After'));
    if (!(seconds >= 0 && seconds <= longestWait)) return;
    sleep(seconds);
    ask('waited');
  }
};
