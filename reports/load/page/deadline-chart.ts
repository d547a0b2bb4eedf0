import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { ScenarioReport } from '../load-report.ts';
import { size } from './size.ts';

/** How much of its deadline each event used. */
export const deadlineChart = ({ deadline }: ScenarioReport): ReadChart | undefined =>
  deadline === null || deadline.shares.length === 0
    ? undefined
    : {
        title: `Share of the deadline of ${deadline.limitMs / 1000} s that events used`,
        key: `Behind the red line: late. The height is drawn as a square root, so that a few late ones are seen. Missed: ${deadline.missed}.`,
        svg: draw({
          ...size,
          x: { label: 'share of the deadline, %' },
          y: { label: 'events', grid: true, type: 'sqrt', ticks: 5 },
          marks: [
            Plot.rectY(deadline.shares, {
              x1: ({ from }) => from * 100,
              x2: ({ to }) => to * 100,
              y: 'events',
              fill: ({ from }) => (from >= 1 ? 'var(--bad)' : 'var(--first)'),
            }),
            Plot.ruleX([100], { stroke: 'var(--bad)' }),
          ],
        }),
      };
