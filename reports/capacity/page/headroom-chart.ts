import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { Headroom, Room } from '../headroom.ts';
import type { CapacityReport } from '../report.ts';
import { rateText } from '../words.ts';
import { size } from './marks.ts';

/** The room above what was named and above twice of it, beside each other. */
export const headroomChart = ({ demands, slo }: CapacityReport): ReadChart | undefined => {
  const bars = demands.flatMap((room) => barsOf(room, demands.length));
  if (bars.length === 0) return undefined;
  const isOpen = bars.some(({ open }) => open);

  return {
    title: 'Headroom: capacity over demand',
    key: `Lines: 95 % intervals${isOpen ? '; an arrow: at least so much' : ''}. Red line: the required ${slo.headroom}.`,
    svg: draw({
      ...size,
      height: 60 + 58 * bars.length,
      marginLeft: 170,
      marginRight: 60,
      x: {
        label: 'capacity / demand',
        zero: true,
        grid: true,
        ticks: 5,
        domain: [0, Math.max(slo.headroom, ...bars.map(({ high }) => high)) * 1.05],
      },
      y: { label: null, domain: bars.map(({ name }) => name), padding: 0.4, tickSize: 0 },
      color: { type: 'identity' },
      marks: [
        Plot.barX(bars, { x: 'ratio', y: 'name', fill: 'colour', fillOpacity: 0.45 }),
        Plot.ruleY(bars, { x1: 'low', x2: 'high', y: 'name', stroke: 'var(--ink)', strokeWidth: 2 }),
        Plot.text(bars, {
          x: 'high',
          y: 'name',
          text: 'label',
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
        }),
        Plot.ruleX([slo.headroom], { stroke: 'var(--bad)', strokeWidth: 1.5 }),
      ],
    }),
  };
};

/** A burst stands beside the days, which are doubled; alone it is doubled itself. */
const barsOf = ({ demand, headroom }: Room, rooms: number) => {
  if (headroom === null) return [];
  const name = demand.burst === undefined ? 'today' : 'burst';
  const factors = demand.burst !== undefined && rooms > 1 ? [1] : [1, 2];

  return factors.map((factor) =>
    barOf(factor === 1 ? name : `${name} doubled`, demand.rate, headroom, factor),
  );
};

const barOf = (name: string, rate: number, { ratio, low, high, required }: Headroom, factor: number) => {
  const isOpen = high === null;
  const end = (high ?? ratio) / factor;

  return {
    name: `${name}, ${rateText(rate * factor)}/s`,
    ratio: ratio / factor,
    low: low / factor,
    high: end,
    open: isOpen,
    label: `${isOpen ? '\u2192 ' : ''}${(ratio / factor).toFixed(ratio / factor < 10 ? 2 : 0)}`,
    colour:
      low / factor >= required ? 'var(--good)' : !isOpen && end < required ? 'var(--bad)' : 'var(--warn)',
  };
};
