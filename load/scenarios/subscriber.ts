import exec from 'k6/execution';
import http from 'k6/http';
import { httpEnvelope } from '../../dispatch/envelope.ts';
import { readAnswer, type SubscriberAnswer } from '../../dispatch/outcome.ts';
import { arrivals } from '../support/arrivals.ts';
import { readPlan } from '../support/plan.ts';
import type { SubscriberPlan } from '../support/subscriber-plan.ts';

const plan = readPlan<SubscriberPlan>();
const authorization = __ENV.ISC_LOAD_AUTHORIZATION;
const headers = {
  'content-type': 'application/json',
  'user-agent': plan.userAgent,
  ...(authorization !== undefined && { authorization }),
};

export { startTogether as setup } from '../support/start-together.ts';

export const options = arrivals({
  exec: 'subscriber',
  steps: plan.steps,
  users: plan.users,
  patienceMs: plan.timeoutMs,
  thresholds: plan.thresholds,
});

/** One event as a tenant would dispatch it, and what the tenant would make of the answer. */
export function subscriber(): void {
  const start = exec.instance.currentTestRunDuration;
  const wall = Date.now();
  const { name, iterationInTest, startTime } = exec.scenario;
  const step = name.slice('step'.length);
  const event = `${plan.mark}-${step}-${iterationInTest}`;
  const envelope = httpEnvelope(plan.mode, {
    invocationId: event,
    subscriptionId: plan.mark,
    triggerId: plan.triggerId,
    triggerType: plan.triggerType,
    input: plan.inputs[iterationInTest % plan.inputs.length] ?? {},
    secret: `${plan.secret}-${event}`,
    callbackURL: `${plan.callbackBase}/${event}/complete`,
  });

  const response = http.post(plan.url, JSON.stringify(envelope), {
    headers,
    timeout: plan.timeoutMs,
    redirects: 0,
    responseType: 'text',
    tags: { name: 'dispatch' },
  });
  const end = exec.instance.currentTestRunDuration;
  const answer: SubscriberAnswer =
    response.status === 0
      ? { kind: 'unreachable', reason: response.error }
      : { kind: 'answered', status: response.status, body: response.body };
  const outcome = readAnswer(plan.mode, answer).kind;
  const kept = iterationInTest < plan.keptAnswers ? quoted(String(response.body ?? '').slice(0, 4000)) : '';

  console.log(
    `${step},${iterationInTest},${startTime},${wall},${start},${end},${response.status},${outcome},${kept}`,
  );
}

/** As CSV has it, on one line. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"`;
