import * as Plot from '@observablehq/plot';
import { type Chart, draw } from '../../render/chart.ts';
import type { CapacityReport } from '../report.ts';

const size = { width: 720, height: 280, marginLeft: 70 };

/** Throughput, latency and headroom, each where the report has numbers for it. */
export const capacityCharts = (report: CapacityReport): readonly Chart[] =>
  [throughput, latency, headroom].flatMap((chart) => chart(report) ?? []);

type Draw = (report: CapacityReport) => Chart | undefined;

const throughput: Draw = (report) => {
  const points = report.steps.map(({ offeredRate, achievedRate }) => ({
    offered: offeredRate,
    ...achievedRate,
  }));

  return points.length === 0
    ? undefined
    : {
        title: 'Achieved against offered rate, events/s, with 95 % intervals',
        svg: draw({
          ...size,
          x: { label: 'offered, events/s', zero: true },
          y: { label: 'achieved, events/s', zero: true, grid: true },
          marks: [
            Plot.line(points, { x: 'offered', y: 'offered', stroke: 'var(--muted)', strokeDasharray: '4 3' }),
            ...markers(report),
            Plot.ruleX(points, {
              x: 'offered',
              y1: 'low',
              y2: 'high',
              stroke: 'var(--first)',
              strokeWidth: 3,
            }),
            Plot.dot(points, { x: 'offered', y: 'value', fill: 'var(--first)' }),
          ],
        }),
      };
};

const latency: Draw = (report) => {
  const points = report.steps.flatMap(({ offeredRate, p99 }) =>
    p99.kind === 'known' && Number.isFinite(p99.value)
      ? [
          {
            offered: offeredRate,
            value: p99.value / 1000,
            low: p99.low / 1000,
            high: (Number.isFinite(p99.high) ? p99.high : p99.value) / 1000,
          },
        ]
      : [],
  );

  return points.length === 0
    ? undefined
    : {
        title: 'p99 against offered rate, seconds, with 95 % intervals; red: the SLO',
        svg: draw({
          ...size,
          x: { label: 'offered, events/s', zero: true },
          y: { label: 'p99, s', type: 'log', grid: true },
          marks: [
            Plot.ruleY([report.slo.p99Ms / 1000], { stroke: 'var(--bad)' }),
            ...markers(report),
            Plot.ruleX(points, {
              x: 'offered',
              y1: 'low',
              y2: 'high',
              stroke: 'var(--first)',
              strokeWidth: 3,
            }),
            Plot.line(points, { x: 'offered', y: 'value', stroke: 'var(--first)' }),
            Plot.dot(points, { x: 'offered', y: 'value', fill: 'var(--first)' }),
          ],
        }),
      };
};

const headroom: Draw = ({ headroom: found, demand }) => {
  if (found === null || demand === null) return undefined;
  const bars = [
    { demand: demand.burst === undefined ? 'demand' : 'burst', factor: 1 },
    { demand: 'doubled', factor: 2 },
  ].map(({ demand: name, factor }) => ({
    name,
    ratio: found.ratio / factor,
    low: found.low / factor,
    high: (found.high ?? found.ratio) / factor,
  }));

  return {
    title: `Headroom; red: the required ${found.required}`,
    svg: draw({
      ...size,
      height: 150,
      x: { label: 'capacity / demand', zero: true, grid: true },
      y: { label: null },
      marks: [
        Plot.barX(bars, { x: 'ratio', y: 'name', fill: 'var(--first)', fillOpacity: 0.5 }),
        Plot.ruleY(bars, { x1: 'low', x2: 'high', y: 'name', stroke: 'var(--ink)', strokeWidth: 2 }),
        Plot.ruleX([found.required], { stroke: 'var(--bad)' }),
      ],
    }),
  };
};

/** Capacity and knee, drawn into what lies over the offered rate. */
const markers = ({ capacity, knee }: CapacityReport): readonly Plot.Markish[] => [
  ...(capacity === null
    ? []
    : [
        Plot.ruleX([capacity.rate], { stroke: 'var(--good)' }),
        Plot.text([{ x: capacity.rate }], {
          x: 'x',
          text: () => 'capacity',
          frameAnchor: 'top',
          dy: -8,
          fill: 'var(--good)',
        }),
      ]),
  ...(knee === null
    ? []
    : [
        Plot.ruleX([knee.rate], { stroke: 'var(--second)', strokeDasharray: '4 3' }),
        Plot.text([{ x: knee.rate }], {
          x: 'x',
          text: () => 'knee',
          frameAnchor: 'bottom',
          fill: 'var(--second)',
        }),
      ]),
];
