import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { CapacityReport } from '../report.ts';
import { rateMarks, size } from './marks.ts';

const quantiles = ['p50', 'p95', 'p99'] as const;

const strokes = {
  p50: 'var(--muted)',
  p95: 'var(--second)',
  p99: 'var(--first)',
} as const satisfies Record<(typeof quantiles)[number], string>;

/** How much of the response deadline the quantiles of the answer times use, over what was offered. */
export const deadlineChart = (report: CapacityReport): ReadChart | undefined => {
  const { deadlineMs } = report.slo;
  const points = report.steps.flatMap((step) =>
    quantiles.flatMap((quantile) => {
      const estimate = step[quantile];

      return estimate.kind === 'known' && Number.isFinite(estimate.value)
        ? [
            {
              quantile,
              offered: step.offeredRate,
              share: (estimate.value / deadlineMs) * 100,
              colour: strokes[quantile],
            },
          ]
        : [];
    }),
  );
  if (points.length === 0) return undefined;

  return {
    title: `Share of the response deadline of ${deadlineMs / 1000} s that answers use, %`,
    key: 'Blue p99, orange p95, grey p50; above the red line is late. What was never answered is in no line, and stands in the table as missed.',
    svg: draw({
      ...size,
      x: { label: 'offered, events/s', zero: true, ticks: 6 },
      y: {
        label: '% of the deadline',
        type: 'log',
        grid: true,
        ticks: 5,
        tickFormat: (value: number) => String(value),
      },
      color: { type: 'identity' },
      marks: [
        Plot.ruleY([100], { stroke: 'var(--bad)', strokeWidth: 1.5 }),
        ...rateMarks(report),
        Plot.line(points, { x: 'offered', y: 'share', z: 'quantile', stroke: 'colour' }),
        Plot.dot(points, { x: 'offered', y: 'share', fill: 'colour', r: 3 }),
      ],
    }),
  };
};
