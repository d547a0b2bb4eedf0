import * as Plot from '@observablehq/plot';
import { type Chart, draw } from '../../render/chart.ts';
import type { ScenarioReport } from '../load-report.ts';
import { phases } from '../phases.ts';

/** The drawings of a scenario: those for which it has numbers. */
export const chartsOf = (scenario: ScenarioReport): readonly Chart[] =>
  [rateChart, phaseChart, deadlineChart, accountChart].flatMap((chart) => chart(scenario) ?? []);

type Draw = (scenario: ScenarioReport) => Chart | undefined;

const size = { width: 720, height: 260, marginLeft: 80 };

const rateChart: Draw = ({ rates }) =>
  rates.length < 2
    ? undefined
    : {
        title: 'Events a second: meant, started, answered',
        svg: draw({
          ...size,
          x: { label: 'seconds of the measurement' },
          y: { label: 'events/s', zero: true, grid: true },
          marks: [
            Plot.lineY(rates, { x: 'second', y: 'target', stroke: 'var(--muted)', strokeDasharray: '4 3' }),
            Plot.lineY(rates, { x: 'second', y: 'started', stroke: 'var(--first)' }),
            Plot.lineY(rates, { x: 'second', y: 'answered', stroke: 'var(--second)' }),
            Plot.text(['- - meant'], { frameAnchor: 'top-left', fill: 'var(--muted)', dy: -8 }),
            Plot.text(['started'], { frameAnchor: 'top-left', fill: 'var(--first)', dx: 70, dy: -8 }),
            Plot.text(['answered'], { frameAnchor: 'top-left', fill: 'var(--second)', dx: 125, dy: -8 }),
          ],
        }),
      };

const phaseChart: Draw = (scenario) => {
  const bars = phases.flatMap((phase) => {
    const summary = scenario.phases[phase];
    if (!summary) return [];

    return (['p50', 'p95', 'p99'] as const).flatMap((quantile) => {
      const value = summary[quantile];
      const interval = summary.intervals[quantile];

      return value === null
        ? []
        : [{ phase, quantile, value, low: interval?.low ?? value, high: interval?.high ?? value }];
    });
  });

  return bars.length === 0
    ? undefined
    : {
        title: 'Latency from the intended start, ms, with 95 % intervals',
        svg: draw({
          ...size,
          height: 320,
          x: { label: 'ms', zero: true, grid: true },
          y: { label: null, domain: ['p50', 'p95', 'p99'] },
          fy: { label: null, domain: phases.filter((phase) => bars.some((bar) => bar.phase === phase)) },
          marks: [
            Plot.barX(bars, {
              x: 'value',
              y: 'quantile',
              fy: 'phase',
              fill: 'var(--first)',
              fillOpacity: 0.5,
            }),
            Plot.ruleY(bars, {
              x1: 'low',
              x2: 'high',
              y: 'quantile',
              fy: 'phase',
              stroke: 'var(--ink)',
              strokeWidth: 2,
            }),
          ],
        }),
      };
};

const deadlineChart: Draw = ({ deadline }) =>
  deadline === null || deadline.shares.length === 0
    ? undefined
    : {
        title: `Share of the deadline of ${deadline.limitMs / 1000} s that events used`,
        svg: draw({
          ...size,
          x: { label: 'share of the deadline, %' },
          y: { label: 'events', grid: true, type: 'sqrt' },
          marks: [
            Plot.rectY(deadline.shares, {
              x1: ({ from }) => from * 100,
              x2: ({ to }) => to * 100,
              y: 'events',
              fill: 'var(--first)',
            }),
            Plot.ruleX([100], { stroke: 'var(--bad)' }),
          ],
        }),
      };

const accountChart: Draw = ({ accounting }) => {
  if (accounting === null) return undefined;
  const { invocations: i, deliveries: d, completions: c } = accounting;
  const parts = [
    { of: 'invocations', what: 'accepted', count: i.accepted, good: true },
    { of: 'invocations', what: 'refused', count: i.refused, good: false },
    { of: 'invocations', what: 'unanswered', count: i.unanswered, good: false },
    { of: 'invocations', what: 'dropped', count: i.dropped, good: false },
    { of: 'deliveries', what: 'delivered', count: d.delivered, good: true },
    { of: 'deliveries', what: 'lost', count: d.lost, good: false },
    { of: 'completions', what: 'completed', count: c.completed, good: true },
    { of: 'completions', what: 'missed', count: c.missed, good: false },
  ].filter(({ count }) => count > 0);

  return parts.length === 0
    ? undefined
    : {
        title: 'Accounts by event: what is red was refused, lost, dropped or missed',
        svg: draw({
          ...size,
          height: 170,
          x: { label: 'events' },
          y: { label: null },
          marks: [
            Plot.barX(parts, {
              x: 'count',
              y: 'of',
              fill: ({ good }) => (good ? 'var(--first)' : 'var(--bad)'),
              fillOpacity: 0.7,
            }),
          ],
        }),
      };
};
