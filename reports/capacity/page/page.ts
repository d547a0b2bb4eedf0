import { figures } from '../../render/chart.ts';
import { html, nothing } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { list, table } from '../../render/parts.ts';
import type { CapacityReport } from '../report.ts';
import { stepHeads, stepRow } from '../step-rows.ts';
import { answerOf, capacityText, generatorText, headroomText, rateText } from '../words.ts';
import { capacityCharts } from './charts.ts';

/** `capacity.html`: one file that asks nobody for anything. */
export const renderCapacityPage = (report: CapacityReport): string =>
  renderPage({
    title: `${report.verdict}: capacity`,
    about: conditions(report),
    body: html`<h1><span class="badge ${report.verdict}">${report.verdict}</span> capacity</h1>
<p><strong>${answerOf(report)}</strong></p>
${list(facts(report))}
${figures(capacityCharts(report))}
${table(
  [...stepHeads, 'why', 'generator'],
  report.steps.map((step) => [...stepRow(step), step.reasons.join('; '), generatorText(step)]),
)}
${report.levers.length === 0 ? nothing : html`<h2>What would give more, computed and not measured</h2>`}
${list(report.levers.map(({ lever, gives }) => `${lever}: ${gives}`))}
<h2>What this does not say</h2>
${list([...report.notSaid, ...report.watch])}`,
  });

const facts = ({
  capacity,
  knee,
  demand,
  headroom,
  limit,
  drainSeconds,
}: CapacityReport): readonly string[] => [
  ...(capacity === null ? [] : [`Capacity at the SLO: ${capacityText(capacity)}`]),
  ...(knee === null ? [] : [`Knee: ${capacityText(knee)}`]),
  ...(demand === null ? [] : [`Demand: ${rateText(demand.rate)}/s, ${demand.source}`]),
  ...(headroom === null ? [] : [`Headroom: ${headroomText(headroom)}, required ${headroom.required}`]),
  ...(drainSeconds === null ? [] : [`The burst is done after ${drainSeconds.toFixed(0)} s`]),
  ...(limit === null ? [] : [`Limit: ${limit.what}. ${limit.evidence}`]),
];

const conditions = ({ tool, run, target, slo, conditions: named }: CapacityReport): string =>
  [
    `${tool.name} ${tool.version}, run ${run.id}, ${run.started}, ${target.kind} ${target.host}`,
    `SLO: p99 ${slo.p99Ms / 1000} s, missed ${slo.missedShare * 100} %`,
    ...Object.entries(named).map(([name, value]) => `${name} ${value}`),
  ].join(', ');
