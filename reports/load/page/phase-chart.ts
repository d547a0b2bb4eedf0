import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { ScenarioReport } from '../load-report.ts';
import { phases } from '../phases.ts';
import { size } from './size.ts';

const strokes = { p50: 'var(--muted)', p95: 'var(--second)', p99: 'var(--first)' } as const;
const quantiles = ['p50', 'p95', 'p99'] as const;
/** Where a quantile stands in the row of its phase, in pixels. */
const rows = { p50: -11, p95: 0, p99: 11 } as const;
/** Times below are drawn as this: a logarithm has no 0. */
const least = 0.1;

/** The quantiles of each phase with their intervals, against their limits. */
export const phaseChart = (scenario: ScenarioReport): ReadChart | undefined => {
  const points = phases.flatMap((phase) =>
    quantiles.flatMap((quantile) => {
      const summary = scenario.phases[phase];
      const value = summary?.[quantile] ?? null;
      const interval = summary?.intervals[quantile];

      return value === null
        ? []
        : [
            {
              phase,
              quantile,
              value: Math.max(least, value),
              low: Math.max(least, interval?.low ?? value),
              high: Math.max(least, interval?.high ?? value),
              limit: scenario.slo.find(({ measure }) => measure === `${phase} ${quantile}`)?.limit,
            },
          ];
    }),
  );
  if (points.length === 0) return undefined;
  const marks = quantiles.flatMap((quantile) => {
    const own = points.filter((point) => point.quantile === quantile);
    const at = { y: 'phase', dy: rows[quantile] } as const;

    return [
      Plot.link(own, {
        x1: 'low',
        x2: 'high',
        y1: 'phase',
        y2: 'phase',
        dy: at.dy,
        stroke: strokes[quantile],
        strokeWidth: 3,
      }),
      Plot.dot(own, { x: 'value', ...at, fill: strokes[quantile], r: 4 }),
      Plot.text(
        own.filter(({ limit }) => limit !== undefined),
        { x: 'limit', ...at, text: () => '|', fill: 'var(--bad)', fontWeight: 'bold' },
      ),
    ];
  });

  return {
    title: 'Latency from the intended start, ms',
    key: 'Grey p50, orange p95, blue p99; bars: 95 % intervals, to the value where there is no upper end. Red: the limit.',
    svg: draw({
      ...size,
      height: 80 + 48 * new Set(points.map(({ phase }) => phase)).size,
      marginLeft: 90,
      x: { label: 'ms', type: 'log', grid: true, ticks: 5, tickFormat: (ms: number) => String(ms) },
      y: {
        label: null,
        domain: phases.filter((phase) => points.some((point) => point.phase === phase)),
        type: 'band',
      },
      marks,
    }),
  };
};
