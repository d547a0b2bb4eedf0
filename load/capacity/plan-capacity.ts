import type { Settings } from '../../config.ts';
import { findTrigger } from '../../contracts/triggers/index.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { Plan } from '../../reports/capacity/next-step.ts';
import type { Slo } from '../../reports/capacity/steps/step.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { chosenOf } from '../chosen.ts';
import { type LoadMode, loadModes } from '../dispatch/legs.ts';
import { mostUsers } from '../dispatch/users.ts';
import { quotaText } from '../quota-text.ts';
import { ownEndpoint } from '../subscriber/endpoint.ts';
import type { CapacityOptions } from './capacity-options.ts';

export const capacityScenarios = ['subscriber', 'dispatch-latency'] as const;

export type CapacityPlan = Readonly<{
  scenario: (typeof capacityScenarios)[number];
  mode: LoadMode;
  triggerId: string;
  /** Where the suite plays the tenant. */
  subscriber: Readonly<{ url: URL; triggerId: string; mode: LoadMode }>;
  stepSeconds: number;
  steps: Plan;
  /** What no step goes beyond, events/s, and why. */
  heldBy: Readonly<{ rate: number; what: 'quota' | 'generator'; evidence: string }>;
}>;

/** Share of a quota that events may take where a run may not provoke 429. */
const shareOfQuota = 0.5;
const defaultRate = 20;

export type PlanInput = Readonly<{
  options: CapacityOptions;
  settings: Settings;
  /** Whether ISC_TARGET was set, in the environment or in .env. */
  targetNamed: boolean;
  slo: LoadSlo;
}>;

/** What a run will drive. Throws UsageError where no target was named, or one that cannot be driven so. */
export const planCapacity = ({ options, settings, targetNamed, slo }: PlanInput): CapacityPlan => {
  const [scenario, ...others] = chosenOf('--scenario', options.scenario, capacityScenarios) ?? [];
  if (scenario === undefined || others.length > 0)
    throw new UsageError(
      'Whose capacity? --scenario subscriber --url URL drives your subscriber, with no tenant between; ' +
        '--scenario dispatch-latency drives the tenant of ISC_TARGET. One at a time.',
    );
  if (scenario === 'dispatch-latency' && !targetNamed)
    throw new UsageError(
      "Capacity of which tenant? ISC_TARGET is not set, and a number about the embedded mock is no one's answer. " +
        'Set ISC_TARGET=tenant with its address (see .env.example), or drive your subscriber: --scenario subscriber --url URL.',
    );
  const [wanted, ...more] = chosenOf('--mode', options.mode, loadModes) ?? [];
  if (more.length > 0) throw new UsageError('--mode takes one here: each mode has a capacity of its own.');
  const triggerId = options.trigger ?? defaultTrigger(scenario, wanted);
  const type = findTrigger(triggerId)?.type;
  if (type === undefined) throw new UsageError(`There is no documented trigger ${triggerId}.`);
  const mode = wanted ?? (type === 'REQUEST_RESPONSE' ? 'SYNC' : 'FIRE_AND_FORGET');
  if ((mode === 'FIRE_AND_FORGET') !== (type === 'FIRE_AND_FORGET'))
    throw new UsageError(`--mode ${mode} does not go with ${triggerId}: that trigger is of type ${type}.`);
  if (scenario === 'dispatch-latency') checkTenant(settings, mode);
  const most = scenario === 'subscriber' ? undefined : quotaLimit(settings);
  const usersLimit = mostUsers / (slo.deadline.limitMs / 1000);
  const mostRate = Math.min(most ?? usersLimit, usersLimit);
  const url =
    scenario === 'subscriber'
      ? ownEndpoint(options.url, options.iOwnThisEndpoint)
      : new URL('http://127.0.0.1');

  return {
    scenario,
    mode,
    triggerId,
    subscriber: { url, triggerId, mode },
    stepSeconds: options.stepSeconds,
    steps: { firstRate: Math.min(options.rate ?? defaultRate, mostRate), mostSteps: options.steps, mostRate },
    heldBy: {
      rate: mostRate,
      ...(mostRate === most
        ? {
            what: 'quota' as const,
            evidence: `without the risk quota a run takes half of ${quotaText(settings.quota)} for events, ${mostRate}/s: it holds the instrument, not real events`,
          }
        : {
            what: 'generator' as const,
            evidence: `${mostUsers} virtual users cover ${mostRate}/s until the deadline of ${slo.deadline.limitMs / 1000} s`,
          }),
    },
  };
};

/** Of load/slo.yaml what a step is judged by: the phase in which events of the mode end. */
export const sloOf = (mode: string, { latency, deadline, headroom }: LoadSlo): Slo => {
  const phase = mode === 'ASYNC' || mode === 'DYNAMIC' ? latency.completed : latency.answered;

  const { limitMs: deadlineMs, missed: missedShare } = deadline;

  return { p99Ms: phase?.p99 ?? deadlineMs, missedShare, headroom, deadlineMs };
};

const defaultTrigger = (scenario: CapacityPlan['scenario'], mode: LoadMode | undefined): string =>
  mode === 'FIRE_AND_FORGET' || (mode === undefined && scenario === 'dispatch-latency')
    ? 'idn:identity-created'
    : 'idn:access-request-dynamic-approver';

const checkTenant = (settings: Settings, mode: LoadMode): void => {
  if (settings.target === 'mock') return;
  if (!settings.writes)
    throw new UsageError(
      `It makes a subscription of its own: ISC_ALLOW_WRITES=${settings.tenant.host} allows that.`,
    );
  if (mode !== 'FIRE_AND_FORGET' && !settings.risks.has('slots'))
    throw new UsageError(`--mode ${mode} takes a REQUEST_RESPONSE slot: ISC_ALLOW_RISKS=slots allows that.`);
  if (!settings.tenant.loopback && settings.subscriber.url === undefined)
    throw new UsageError('The tenant cannot reach this machine: set ISC_SUBSCRIBER_URL.');
};

const quotaLimit = ({ target, risks, quota }: Settings): number | undefined =>
  quota === 'off' || target === 'mock' || risks.has('quota')
    ? undefined
    : (quota.requests * 1000 * shareOfQuota) / quota.windowMs;
