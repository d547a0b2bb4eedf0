import type { Phase } from '../../reports/load/phases.ts';
import type { LoadSlo } from '../../reports/load/slo.ts';

/** The limits that k6 can watch by itself, as its thresholds: those on the phase that ends with a request's answer. */
export const thresholdsOf = (
  { latency, allowed }: LoadSlo,
  phase: Phase,
): Readonly<Record<string, readonly string[]>> => ({
  http_req_duration: Object.entries(latency[phase] ?? {}).map(
    ([quantile, ms]) => `p(${quantile.slice(1)})<=${ms}`,
  ),
  http_req_failed: [`rate<=${allowed.refused + allowed.unanswered}`],
});
