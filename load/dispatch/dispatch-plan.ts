import type { PartOf } from '../parts/part.ts';
import { thresholdsOf } from '../slo/thresholds.ts';
import type { DispatchPlan } from '../support/dispatch-plan.ts';
import type { LoadTarget } from '../target/open-target.ts';

/** What the scenario of a part is told. */
export const dispatchPlan = (
  { mark, steps, targets, users, slo }: PartOf<'dispatch-latency'>,
  { baseUrl, version, userAgent }: Pick<LoadTarget, 'baseUrl' | 'version' | 'userAgent'>,
  tokenUrl?: string,
): DispatchPlan => ({
  mark,
  baseUrl,
  version,
  userAgent,
  ...(tokenUrl !== undefined && { tokenUrl }),
  steps,
  targets,
  users,
  timeoutMs: slo.deadline.limitMs,
  thresholds: thresholdsOf(slo, 'accepted'),
});
