import * as Plot from '@observablehq/plot';
import { draw } from '../../render/chart.ts';
import type { ReadChart } from '../../render/chart-grid.ts';
import type { ScenarioReport } from '../load-report.ts';
import { size } from './size.ts';

/** What became of the events of each account. */
export const accountChart = ({ accounting }: ScenarioReport): ReadChart | undefined => {
  if (accounting === null) return undefined;
  const { invocations: i, deliveries: d, completions: c } = accounting;
  const parts = [
    { of: 'invocations', what: 'accepted', count: i.accepted, isGood: true },
    { of: 'invocations', what: 'refused', count: i.refused, isGood: false },
    { of: 'invocations', what: 'unanswered', count: i.unanswered, isGood: false },
    { of: 'invocations', what: 'dropped', count: i.dropped, isGood: false },
    { of: 'deliveries', what: 'delivered', count: d.delivered, isGood: true },
    { of: 'deliveries', what: 'lost', count: d.lost, isGood: false },
    { of: 'completions', what: 'completed', count: c.completed, isGood: true },
    { of: 'completions', what: 'missed', count: c.missed, isGood: false },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return undefined;
  const bad = parts.filter(({ isGood }) => !isGood);
  const accounts = ['invocations', 'deliveries', 'completions'].filter((name) =>
    parts.some(({ of }) => of === name),
  );

  return {
    title: 'Accounts by event',
    key:
      bad.length === 0
        ? 'Nothing was refused, lost, dropped or missed.'
        : `Red: ${bad.map(({ what, count }) => `${count} ${what}`).join(', ')}.`,
    svg: draw({
      ...size,
      height: 90 + 48 * accounts.length,
      marginLeft: 100,
      x: { label: 'events', ticks: 5 },
      y: { label: null, domain: accounts, tickSize: 0 },
      marks: [
        Plot.barX(parts, {
          x: 'count',
          y: 'of',
          fill: ({ isGood }) => (isGood ? 'var(--first)' : 'var(--bad)'),
          fillOpacity: 0.7,
        }),
      ],
    }),
  };
};
