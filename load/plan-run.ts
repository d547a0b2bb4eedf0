import type { Quota } from '../client/pacer.ts';
import { nearest } from '../config/nearest.ts';
import { findTrigger, triggers } from '../contracts/triggers/index.ts';
import { UsageError } from '../gate/gate-options.ts';
import { chosenOf } from './chosen.ts';
import { type LoadMode, loadModes } from './dispatch/legs.ts';
import type { LoadOptions } from './load-options.ts';
import { burstOf } from './workloads/burst.ts';
import { type WorkloadName, workloads } from './workloads/index.ts';
import type { Step, Workload } from './workloads/workload.ts';

export const scenarioNames = [
  'dispatch-latency',
  'subscription-limits',
  'pagination',
  'rate-limit',
  'subscriber',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

export type RunPlan = Readonly<{
  scenarios: readonly ScenarioName[];
  workload: Workload & Readonly<{ name: string }>;
  rate: number;
  modes: readonly LoadMode[];
  triggerId: string | undefined;
  /** For the scenario subscriber, which takes one. */
  subscriberModes: readonly LoadMode[];
  subscriberTrigger: string;
}>;

/** Share of a quota that events may take: looking at statuses, subscribing and cleaning up need the rest. */
const shareOfQuota = 0.5;

/** What a run will do. Throws UsageError where it was asked for what there is not, or more than the quota allows. */
export const planRun = (options: LoadOptions, quota: Quota): RunPlan => {
  const scenarios =
    chosenOf('--scenario', options.scenario, scenarioNames) ??
    scenarioNames.filter((name) => name !== 'subscriber');
  const [name = 'smoke'] =
    chosenOf('--workload', options.workload, Object.keys(workloads) as WorkloadName[]) ?? [];
  const workload = options.burst === undefined ? { name, ...workloads[name] } : burstOf(options.burst);
  const limit =
    quota === 'off' ? Number.POSITIVE_INFINITY : (quota.requests * 1000 * shareOfQuota) / quota.windowMs;
  const limited = scenarios.some((name) => name !== 'subscriber');
  const peak = Math.max(...workload.steps.map(({ share, from = share }: Step) => Math.max(share, from)));
  const rate = options.rate ?? (limited ? Math.min(workload.rate, limit / peak) : workload.rate);
  if (rate * peak > limit * (1 + 1e-9) && scenarios.includes('dispatch-latency'))
    throw new UsageError(
      `--rate ${rate}${peak === 1 ? '' : ` (${rate * peak}/s at its height)`} is above what the quota allows: ${limit}/s, half of it, is for events; the rest is for looking and cleaning up. ` +
        `Choose a lower --rate, or set ISC_QUOTA to what this tenant allows.`,
    );
  checkSegments(options.segments, rate, scenarios);
  const modes = chosenOf('--mode', options.mode, loadModes);
  const triggerId = options.trigger;
  if (triggerId !== undefined) checkTrigger(triggerId, modes);

  const subscriberTrigger = triggerId ?? 'idn:access-request-dynamic-approver';
  if (scenarios.includes('subscriber')) checkTrigger(subscriberTrigger, modes);

  return {
    scenarios,
    workload,
    rate,
    modes: modes ?? modesOf(triggerId),
    triggerId,
    subscriberTrigger,
    subscriberModes: modes ?? modesOf(subscriberTrigger).slice(0, 1),
  };
};

/** Scenarios of an open model, whose events can be split over runners. */
const splitScenarios: readonly ScenarioName[] = ['dispatch-latency', 'subscriber'];

const checkSegments = (segments: number, rate: number, scenarios: readonly ScenarioName[]): void => {
  if (segments === 1) return;
  if (!scenarios.some((name) => splitScenarios.includes(name)))
    throw new UsageError(
      `--segments splits ${splitScenarios.join(' and ')}, and neither is in this run: name one with --scenario.`,
    );
  if (segments > rate)
    throw new UsageError(
      `--segments ${segments} is more than the ${rate} events a second: a runner would have nothing to do for a second or longer. ` +
        'Choose fewer, or a higher --rate.',
    );
};

const modesOf = (triggerId: string | undefined): readonly LoadMode[] => {
  if (triggerId === undefined) return loadModes;

  return findTrigger(triggerId)?.type === 'REQUEST_RESPONSE'
    ? ['SYNC', 'ASYNC', 'DYNAMIC']
    : ['FIRE_AND_FORGET'];
};

const checkTrigger = (id: string, modes: readonly LoadMode[] | undefined): void => {
  const trigger = findTrigger(id);
  if (!trigger) {
    const near = nearest(
      id,
      triggers.map((each) => each.id),
    );
    throw new UsageError(`There is no documented trigger ${id}.${near ? ` Did you mean ${near}?` : ''}`);
  }
  const wrong = modes?.find((mode) => (mode === 'FIRE_AND_FORGET') !== (trigger.type === 'FIRE_AND_FORGET'));
  if (wrong !== undefined)
    throw new UsageError(
      `--mode ${wrong} does not go with ${id}: that trigger is of type ${trigger.type}. ` +
        `It takes ${trigger.type === 'FIRE_AND_FORGET' ? 'FIRE_AND_FORGET' : 'SYNC, ASYNC and DYNAMIC'}.`,
    );
};
