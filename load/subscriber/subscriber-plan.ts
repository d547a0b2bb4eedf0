import { toolVersion } from '../../client/tool-version.ts';
import { findTrigger } from '../../contracts/triggers/index.ts';
import type { PartOf } from '../parts/part.ts';
import { thresholdsOf } from '../slo/thresholds.ts';
import type { SubscriberPlan } from '../support/subscriber-plan.ts';

type Told = Readonly<{
  url: URL;
  /** In place of the trigger's sample. */
  inputs?: readonly Readonly<Record<string, unknown>>[] | undefined;
  /** Base of the address at which completions are received. */
  receiver: string;
  runId: string;
}>;

/** What the scenario of a part is told. */
export const subscriberPlan = (
  { mark, mode, triggerId, secret, steps, users, slo }: PartOf<'subscriber'>,
  { url, inputs, receiver, runId }: Told,
): SubscriberPlan => {
  const trigger = findTrigger(triggerId);

  return {
    mark,
    url: url.href,
    userAgent: `isc-triggers/${toolVersion()} (run ${runId})`,
    mode,
    triggerId,
    triggerType: trigger?.type ?? 'REQUEST_RESPONSE',
    inputs: inputs ?? [trigger?.sampleInput ?? {}],
    callbackBase: `${receiver}/beta/trigger-invocations`,
    secret,
    steps,
    users,
    timeoutMs: slo.deadline.limitMs,
    thresholds: thresholdsOf(slo, 'answered'),
    keptAnswers: 100,
  };
};
