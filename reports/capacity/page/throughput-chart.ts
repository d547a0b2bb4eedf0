import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { CapacityReport } from '../report.ts';
import { colours, rateMarks, size } from './marks.ts';

/** What was brought to an end, over what was offered. */
export const throughputChart = (report: CapacityReport): ReadChart | undefined => {
  const points = report.steps.map(({ offeredRate, achievedRate, outcome }) => ({
    offered: offeredRate,
    ...achievedRate,
    colour: colours[outcome],
  }));
  if (points.length === 0) return undefined;

  return {
    title: 'Achieved against offered rate, events/s',
    key: 'Bars: 95 % intervals. Dashed: all that is offered is achieved. Red: SLO broken or over capacity; grey: not judged.',
    svg: draw({
      ...size,
      x: { label: 'offered, events/s', zero: true, ticks: 6 },
      y: { label: 'achieved', zero: true, grid: true, ticks: 6 },
      color: { type: 'identity' },
      marks: [
        Plot.line([{ at: 0 }, ...points.map(({ offered }) => ({ at: offered }))], {
          x: 'at',
          y: 'at',
          stroke: 'var(--muted)',
          strokeDasharray: '4 3',
        }),
        ...rateMarks(report),
        Plot.ruleX(points, { x: 'offered', y1: 'low', y2: 'high', stroke: 'colour', strokeWidth: 3 }),
        Plot.dot(points, { x: 'offered', y: 'value', fill: 'colour', r: 4 }),
      ],
    }),
  };
};
