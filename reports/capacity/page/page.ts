import { chartGrid } from '../../render/chart-grid.ts';
import { chartPageStyles } from '../../render/chart-page-styles.ts';
import { html, nothing } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { definitions, list } from '../../render/parts.ts';
import { factsOf } from '../facts.ts';
import type { CapacityReport } from '../report.ts';
import { answerOf, targetWord } from '../words.ts';
import { capacityCharts } from './charts.ts';
import { stepTable } from './step-table.ts';

/** `capacity.html`: one file that asks nobody for anything. */
export const renderCapacityPage = (report: CapacityReport): string => {
  const { verdict, exitCode, tool, run, target, steps, levers, notSaid, watch } = report;

  return renderPage({
    title: `${verdict}: capacity of ${target.host}, ${run.started.slice(0, 10)}`,
    about: `${tool.name} ${tool.version} capacity · ${target.kind} ${target.host} · ${run.started} · run ${run.id}`,
    styles: chartPageStyles,
    body: html`<h1><span class="badge ${verdict}">${verdict}</span> capacity of ${targetWord(report)} <small class="muted">(exit ${exitCode})</small></h1>
<p class="answer"><strong>${answerOf(report)}</strong></p>
${definitions(factsOf(report))}
${chartGrid(capacityCharts(report))}
${levers.length === 0 ? nothing : html`<h2>What would give more <small class="muted">(computed, not measured)</small></h2>`}
${levers.length === 0 ? nothing : definitions(levers.map(({ lever, gives }) => [lever, gives]))}
${watch.length === 0 ? nothing : html`<h2>Watch</h2>`}
${list(watch)}
<h2>What this does not say</h2>
${list(notSaid)}
${
  steps.length === 0
    ? nothing
    : html`<h2>Steps, and how far each can be trusted</h2>${stepTable(steps)}
<p class="muted">Under way: events on average, and rate times time; the two are equal where a step came to rest (Little's law).</p>`
}
<h2>Conditions of every step</h2>
${definitions(conditions(report))}`,
  });
};

const conditions = ({
  slo,
  conditions: named,
  steps,
}: CapacityReport): readonly (readonly [string, string])[] => [
  ...Object.keys(named).map((name) => [name, valuesOf(name, steps)] as const),
  ['SLO', `p99 ${slo.p99Ms / 1000} s, missed ${slo.missedShare * 100} %, headroom ${slo.headroom}`],
  ...(steps.length === 0
    ? []
    : [
        [
          'judged for',
          `${[...new Set(steps.map(({ seconds }) => seconds.toFixed(0)))].join(' or ')} s`,
        ] as const,
      ]),
];

/** One value, or those of all steps where they are mixed. */
const valuesOf = (name: string, steps: CapacityReport['steps']): string =>
  [...new Set(steps.map((step) => step.conditions[name] ?? 'not said'))].join(' and ');
