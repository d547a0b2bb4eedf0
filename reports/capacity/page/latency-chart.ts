import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { CapacityReport } from '../report.ts';
import { colours, rateMarks, size } from './marks.ts';

/** p99 over what was offered, against the limit. */
export const latencyChart = (report: CapacityReport): ReadChart | undefined => {
  const limit = report.slo.p99Ms / 1000;
  const known = report.steps.flatMap(({ offeredRate, p99, outcome }) =>
    p99.kind === 'known'
      ? [
          {
            offered: offeredRate,
            value: p99.value / 1000,
            low: p99.low / 1000,
            high: p99.high / 1000,
            colour: colours[outcome],
          },
        ]
      : [],
  );
  if (known.length === 0) return undefined;
  const ended = known.filter(({ value }) => Number.isFinite(value));
  const never = known.filter(({ value }) => !Number.isFinite(value));
  const bars = ended.map((point) => ({
    ...point,
    high: Number.isFinite(point.high) ? point.high : point.value,
  }));

  return {
    title: 'p99 against offered rate, seconds',
    key: `Bars: 95 % intervals${ended.some(({ high }) => !Number.isFinite(high)) ? '; an arrow: no upper end' : ''}. Red line: the SLO, ${limit} s.${never.length === 0 ? '' : ' A triangle at the top: never answered.'}`,
    svg: draw({
      ...size,
      x: { label: 'offered, events/s', zero: true, ticks: 6 },
      y: { label: 'p99, s', type: 'log', grid: true, ticks: 5, tickFormat: (value: number) => String(value) },
      color: { type: 'identity' },
      marks: [
        Plot.ruleY([limit], { stroke: 'var(--bad)', strokeWidth: 1.5 }),
        Plot.text([{ limit }], {
          y: 'limit',
          text: () => `SLO ${limit} s`,
          frameAnchor: 'left',
          textAnchor: 'start',
          dx: 4,
          dy: -8,
          fill: 'var(--bad)',
        }),
        ...rateMarks(report),
        Plot.line(ended, { x: 'offered', y: 'value', stroke: 'var(--first)' }),
        Plot.ruleX(bars, { x: 'offered', y1: 'low', y2: 'high', stroke: 'colour', strokeWidth: 3 }),
        Plot.text(
          ended.filter(({ high }) => !Number.isFinite(high)),
          { x: 'offered', y: 'value', text: () => '\u2191', dy: -11, fill: 'colour' },
        ),
        Plot.dot(ended, { x: 'offered', y: 'value', fill: 'colour', r: 4 }),
        Plot.dot(never, {
          x: 'offered',
          frameAnchor: 'top',
          symbol: 'triangle',
          fill: 'colour',
          r: 5,
          dy: 8,
        }),
      ],
    }),
  };
};
