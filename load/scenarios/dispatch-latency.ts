import exec from 'k6/execution';
import http from 'k6/http';
import { pathTemplate, versions } from '../../contracts/versions.ts';
import { arrivals } from '../support/arrivals.ts';
import type { DispatchPlan } from '../support/dispatch-plan.ts';
import { readPlan } from '../support/plan.ts';
import { startTogether } from '../support/start-together.ts';
import { createTokenSource, ownToken } from '../support/token.ts';

const plan = readPlan<DispatchPlan>();
const token = createTokenSource();
const url = plan.baseUrl + pathTemplate(plan.version, 'startTestTriggerInvocation');
const fixedHeaders = {
  'Content-Type': 'application/json',
  Accept: 'application/json',
  'User-Agent': plan.userAgent,
  ...versions[plan.version].headers,
};

export const options = arrivals({
  exec: 'dispatchLatency',
  steps: plan.steps,
  users: plan.users,
  patienceMs: plan.timeoutMs,
  thresholds: plan.thresholds,
});

/** What a runner that others started needs as well: a token, and subscriptions to send events to. */
export function setup(): Readonly<{ token?: string }> {
  if (plan.targets.some(({ subscriptionIds }) => subscriptionIds.length === 0))
    exec.test.abort(
      'The plan names no subscriptions. Write it with: npx isc-triggers load --provision DIR, and create it anew.',
    );
  const held = plan.tokenUrl === undefined ? {} : { token: ownToken(plan.tokenUrl) };
  startTogether();

  return held;
}

/** One test event with a number of its own, by which it is found again at the subscriber and in the statuses. */
export function dispatchLatency(held?: Readonly<{ token?: string }>): void {
  const start = exec.instance.currentTestRunDuration;
  const wall = Date.now();
  const { name, iterationInTest, startTime } = exec.scenario;
  const target = plan.targets[iterationInTest % plan.targets.length];
  if (!target) return;
  const event = `${plan.mark}-${name.slice('step'.length)}-${iterationInTest}`;
  const body = JSON.stringify({
    triggerId: target.triggerId,
    input: { event },
    contentJson: {},
    subscriptionIds: target.subscriptionIds,
  });

  const response = http.post(url, body, {
    headers: { ...fixedHeaders, Authorization: `Bearer ${held?.token ?? token()}` },
    timeout: plan.timeoutMs,
    tags: { name: 'startTestTriggerInvocation' },
  });
  const end = exec.instance.currentTestRunDuration;

  console.log(
    `${name.slice('step'.length)},${iterationInTest},${startTime},${wall},${start},${end},${response.status}`,
  );
}
