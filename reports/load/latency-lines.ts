import type { SloLine } from './load-report.ts';
import { type Phase, type PhaseSummary, type QuantileName, quantiles } from './phases.ts';
import type { LoadSlo } from './slo.ts';

/** What was measured of one phase, and how many of its samples lie beyond a limit. */
export type MeasuredPhase = Readonly<{ summary: PhaseSummary; beyond: (ms: number) => number }>;

/**
 * The limits on latency, a line each where there are samples. A limit on p99 is kept where at most one sample in a
 * hundred lies beyond it: that can be said of few samples as well, though the number p99 cannot.
 */
export const latencyLines = (
  measured: Readonly<Partial<Record<Phase, MeasuredPhase>>>,
  { latency }: LoadSlo,
): readonly SloLine[] =>
  Object.entries(latency).flatMap(([phase, limits]) => {
    const found = measured[phase as Phase];
    if (!found || found.summary.count === 0) return [];

    return Object.entries(limits).map(([name, limit]) =>
      line({ phase, name: name as QuantileName, limit, found }),
    );
  });

const line = ({
  phase,
  name,
  limit,
  found: { summary, beyond },
}: Readonly<{ phase: string; name: QuantileName; limit: number; found: MeasuredPhase }>): SloLine => {
  const over = beyond(limit);
  const seen = summary[name];
  const ok = seen === null ? over <= Math.floor((1 - quantiles[name]) * summary.count + 1e-9) : seen <= limit;

  return {
    measure: `${phase} ${name}`,
    limit,
    unit: 'ms',
    seen,
    ok,
    ...(seen === null && { note: `too few samples (${summary.count}): ${over} beyond the limit` }),
  };
};
