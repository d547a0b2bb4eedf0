import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { ScenarioReport } from '../load-report.ts';
import { size } from './size.ts';

/** What was meant and what came, second by second. */
export const rateChart = ({ rates, seconds }: ScenarioReport): ReadChart | undefined => {
  // A second that the measurement does not fill would look like a fall.
  const whole = rates.filter(({ second }) => second + 1 <= seconds + 0.01);
  if (whole.length < 2) return undefined;

  return {
    title: 'Events a second: meant, started, answered',
    key: 'Dashed grey: meant; blue: started; orange: answered. Answers come later than their events, so they may lie above what was meant.',
    svg: draw({
      ...size,
      x: { label: 'seconds of the measurement' },
      y: { label: 'events/s', zero: true, grid: true, ticks: 6 },
      marks: [
        Plot.lineY(whole, { x: 'second', y: 'answered', stroke: 'var(--second)' }),
        Plot.lineY(whole, { x: 'second', y: 'started', stroke: 'var(--first)', strokeWidth: 2 }),
        Plot.lineY(whole, { x: 'second', y: 'target', stroke: 'var(--muted)', strokeDasharray: '4 3' }),
      ],
    }),
  };
};
