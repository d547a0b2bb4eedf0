import { randomUUID } from 'node:crypto';
import { toolVersion } from '../../client/tool-version.ts';
import type { Settings } from '../../config.ts';
import { UsageError } from '../../gate/gate-options.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';
import { dispatchPlan } from '../dispatch/dispatch-plan.ts';
import { legsOf } from '../dispatch/legs.ts';
import { addressed } from '../dispatch/provision.ts';
import { ratedSteps, secondsOf } from '../dispatch/steps.ts';
import { usersFor } from '../dispatch/users.ts';
import type { LoadOptions } from '../load-options.ts';
import type { Part } from '../parts/part.ts';
import type { RunPlan } from '../plan-run.ts';
import { subscriberPlan } from '../subscriber/subscriber-plan.ts';

type Input = Readonly<{
  plan: RunPlan;
  options: LoadOptions;
  settings: Settings;
  slo: LoadSlo;
  runId: string;
  /** The user's own subscriber, where it is to be loaded. */
  endpoint: URL | undefined;
}>;

export type PlannedPods = Readonly<{
  part: Part;
  /** What the scenario is told; without subscriptions, where there are none yet. */
  plan: unknown;
  /** Whether the other side of the run must be there: subscriptions, or somebody who receives callbacks. */
  provisioned: boolean;
}>;

/** A token ends after some twelve minutes, and pods have nobody who hands them the next. */
const longestSeconds = 600;

/** One part of a run, for pods. Throws UsageError where it cannot be one part, or is too long. */
export const planPods = ({ plan, options, settings, slo, runId, endpoint }: Input): PlannedPods => {
  const steps = ratedSteps(plan.workload.steps, plan.rate, 1);
  const told = {
    schemaVersion: 1,
    slo,
    part: 0,
    mark: `${runId}-0`,
    steps,
    users: usersFor(steps, slo.deadline.limitMs),
    segments: options.segments,
  } as const;
  if (endpoint !== undefined) {
    const [mode = 'SYNC', ...others] = plan.subscriberModes;
    if (others.length > 0)
      throw new UsageError('The scenario subscriber takes one mode at a time: name one with --mode.');
    const later = mode === 'ASYNC' || mode === 'DYNAMIC';
    if (later && settings.subscriber.url === undefined)
      throw new UsageError(
        `In mode ${mode} your subscriber calls back: say at which address with ISC_SUBSCRIBER_URL, or choose --mode SYNC.`,
      );
    const part = {
      ...told,
      scenario: 'subscriber',
      mode,
      triggerId: plan.subscriberTrigger,
      secret: randomUUID(),
    } as const;
    const receiver = settings.subscriber.url ?? 'http://nobody.invalid';

    return {
      part,
      plan: subscriberPlan(part, { url: endpoint, receiver, runId }),
      provisioned: later,
    };
  }
  if (secondsOf(steps) > longestSeconds)
    throw new UsageError(
      `The workload ${plan.workload.name} lasts ${Math.round(secondsOf(steps))} s: pods have one token, for at most ${longestSeconds} s. Choose a shorter one.`,
    );
  const modes =
    settings.target === 'tenant' && !settings.risks.has('slots') && options.mode === undefined
      ? plan.modes.filter((mode) => mode === 'FIRE_AND_FORGET')
      : plan.modes;
  const [leg = [], ...others] = legsOf(modes, { triggerId: plan.triggerId });
  if (others.length > 0 && options.mode !== undefined)
    throw new UsageError(
      `--mode ${options.mode} takes ${others.length + 1} runs one after the other, since modes share a trigger. Write manifests for each by itself.`,
    );
  const part = {
    ...told,
    scenario: 'dispatch-latency',
    targets: addressed(leg, options.fanOut).map((target) => ({ ...target, subscriptionIds: [] })),
    fanOut: options.fanOut,
    visible: options.visible,
    left: [],
  } as const;
  const target = {
    baseUrl: settings.target === 'tenant' ? settings.tenant.baseUrl : '',
    version: settings.apiVersions[0] ?? 'beta',
    userAgent: `isc-triggers/${toolVersion()} (run ${runId})`,
  };

  return { part, plan: dispatchPlan(part, target), provisioned: true };
};
