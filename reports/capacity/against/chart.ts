import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import { size } from '../page/marks.ts';
import type { CapacityReport } from '../report.ts';
import type { Against } from './against.ts';

/** p99 of both runs over what was offered, and what each carries. */
export const againstCharts = ({ before, now }: Against): readonly ReadChart[] => {
  const points = [...pointsOf(before, 'before', 'var(--muted)'), ...pointsOf(now, 'now', 'var(--first)')];
  if (points.length === 0) return [];

  return [
    {
      title: 'p99 against offered rate, seconds',
      key: 'Grey: before; blue: now. Bars: 95 % intervals; upright: the capacity with its interval. Red line: the SLO.',
      svg: draw({
        ...size,
        x: { label: 'offered, events/s', zero: true },
        y: {
          label: 'p99, s',
          type: 'log',
          grid: true,
          ticks: 5,
          tickFormat: (value: number) => String(value),
        },
        color: { type: 'identity' },
        marks: [
          Plot.ruleY([now.slo.p99Ms / 1000], { stroke: 'var(--bad)' }),
          ...capacityMark(before, 'var(--muted)'),
          ...capacityMark(now, 'var(--first)'),
          Plot.line(points, { x: 'offered', y: 'value', z: 'run', stroke: 'colour' }),
          Plot.ruleX(points, { x: 'offered', y1: 'low', y2: 'high', stroke: 'colour', strokeWidth: 3 }),
          Plot.dot(points, { x: 'offered', y: 'value', fill: 'colour' }),
        ],
      }),
    },
  ];
};

const pointsOf = ({ steps }: CapacityReport, run: string, colour: string) =>
  steps.flatMap(({ offeredRate, p99 }) =>
    p99.kind === 'known' && Number.isFinite(p99.value)
      ? [
          {
            run,
            colour,
            offered: offeredRate,
            value: p99.value / 1000,
            low: p99.low / 1000,
            high: (Number.isFinite(p99.high) ? p99.high : p99.value) / 1000,
          },
        ]
      : [],
  );

const capacityMark = ({ capacity }: CapacityReport, colour: string): readonly Plot.Markish[] =>
  capacity === null
    ? []
    : [
        ...(capacity.high === null
          ? []
          : [Plot.rectX([capacity], { x1: 'low', x2: 'high', fill: colour, fillOpacity: 0.12 })]),
        Plot.ruleX([capacity.rate], { stroke: colour }),
      ];
