import * as Plot from '@observablehq/plot';
import { nameOf } from '../demand.ts';
import type { CapacityReport } from '../report.ts';
import type { JudgedStep } from '../steps/step.ts';

/** What all charts of the page are drawn to; the page scales them to the room there is. */
export const size = {
  width: 560,
  height: 300,
  marginLeft: 56,
  marginRight: 24,
  marginTop: 34,
  marginBottom: 42,
};

export const colours = {
  kept: 'var(--first)',
  broken: 'var(--bad)',
  'over-capacity': 'var(--bad)',
  'not-judged': 'var(--muted)',
} as const satisfies Record<JudgedStep['outcome'], string>;

/** Capacity with its interval, knee and demands, drawn over the offered rate. */
export const rateMarks = ({ capacity, knee, demands }: CapacityReport): readonly Plot.Markish[] => [
  ...(capacity === null || capacity.high === null
    ? []
    : [Plot.rectX([capacity], { x1: 'low', x2: 'high', fill: 'var(--good)', fillOpacity: 0.15 })]),
  ...(capacity === null
    ? []
    : upright(capacity.rate, capacity.high === null ? 'at least' : 'capacity', 'var(--good)', 'top')),
  ...(knee === null ? [] : upright(knee.rate, 'knee', 'var(--second)', 'bottom')),
  ...demands.flatMap(({ demand }) => upright(demand.rate, nameOf(demand), 'var(--muted)', 'inside')),
];

/** Where the name of a line stands: names of lines that lie close do not meet. */
const places = {
  top: { frameAnchor: 'top', textAnchor: 'middle', dx: 0, dy: -14 },
  inside: { frameAnchor: 'top', textAnchor: 'start', dx: 4, dy: 8 },
  bottom: { frameAnchor: 'bottom', textAnchor: 'start', dx: 4, dy: -4 },
} as const;

const upright = (
  rate: number,
  name: string,
  colour: string,
  place: keyof typeof places,
): readonly Plot.Markish[] => [
  Plot.ruleX([rate], { stroke: colour, strokeDasharray: place === 'bottom' ? '4 3' : 'none' }),
  Plot.text([{ rate, name }], { x: 'rate', text: 'name', fill: colour, ...places[place] }),
];
