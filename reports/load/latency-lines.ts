import type { SloLine } from './load-report.ts';
import { type Phase, type PhaseSummary, type QuantileName, quantiles, summarise } from './phases.ts';
import type { LoadSlo } from './slo.ts';

/** What was measured of one phase, and how many of its samples lie beyond each limit that there is on it. */
export type MeasuredPhase = Readonly<{ summary: PhaseSummary; beyond: ReadonlyMap<number, number> }>;

/** Measures a phase by its latencies in the order of their intended starts. Nothing of them is kept. */
export const measurePhase = (
  latencies: Float64Array,
  limits: Readonly<Partial<Record<QuantileName, number>>> = {},
): MeasuredPhase => {
  const sorted = latencies.toSorted();

  return {
    summary: summarise(latencies, sorted),
    beyond: new Map(Object.values(limits).map((limit) => [limit, countBeyond(sorted, limit)])),
  };
};

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
  const over = beyond.get(limit) ?? 0;
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

const countBeyond = (sorted: Float64Array, limit: number): number => {
  const first = sorted.findIndex((latency) => latency > limit);

  return first < 0 ? 0 : sorted.length - first;
};
