import { styles } from '../../load/page/styles.ts';
import { visible } from '../../text.ts';
import type { CapacityReport } from '../report.ts';
import { stepHeads, stepRow } from '../step-rows.ts';
import { answerOf, capacityText, generatorText, headroomText, rateText } from '../words.ts';
import { capacityCharts } from './charts.ts';

/** `capacity.html`: one file that asks nobody for anything. */
export const renderCapacityPage = (report: CapacityReport): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${report.verdict}: capacity</title>
<style>${styles}</style>
</head>
<body>
<h1><span class="verdict ${report.verdict}">${report.verdict}</span> capacity</h1>
<p><strong>${text(answerOf(report))}</strong></p>
<p class="muted">${text(conditions(report))}</p>
${list(facts(report))}
${capacityCharts(report)
  .map(({ title, svg }) => `<figure><figcaption>${text(title)}</figcaption>${svg}</figure>`)
  .join('\n')}
${table(
  [...stepHeads, 'why', 'generator'],
  report.steps.map((step) => [...stepRow(step), step.reasons.join('; '), generatorText(step)]),
)}
${report.levers.length === 0 ? '' : '<h2>What would give more, computed and not measured</h2>'}
${list(report.levers.map(({ lever, gives }) => `${lever}: ${gives}`))}
<h2>What this does not say</h2>
${list([...report.notSaid, ...report.watch])}
</body>
</html>
`;

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

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${text(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((each) => `<td>${text(each)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;

/** Harmless in a page: what others wrote may stand in it. */
const text = (content: string): string =>
  visible(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
