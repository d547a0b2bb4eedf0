import { chartGrid } from '../../render/chart-grid.ts';
import { chartPageStyles } from '../../render/chart-page-styles.ts';
import { type Html, html } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { definitions, list } from '../../render/parts.ts';
import type { LoadReport, RunnerReport, ScenarioReport } from '../load-report.ts';
import { accountFacts, certificateFacts, summaryOf } from '../words.ts';
import { chartsOf } from './charts.ts';
import { phaseTable, sloTable } from './tables.ts';

/** `load.html`: one file that asks nobody for anything. */
export const renderLoadPage = (report: LoadReport): string => {
  const { verdict, exitCode, reasons, skipped, scenarios, tool, run, target, conditions: c } = report;

  return renderPage({
    title: `${verdict}: load ${c.workload}`,
    about: `${tool.name} ${tool.version} load · ${targetText(target)} · ${run.started} · run ${run.id}`,
    styles: chartPageStyles,
    body: html`<h1><span class="badge ${verdict}">${verdict}</span> load at ${c.rate}/s <small class="muted">(exit ${exitCode})</small></h1>
<p class="answer"><strong>${summaryOf(report)}</strong></p>
${list(reasons)}
${definitions([...accountFacts(report.accounting), ...certificateFacts(report)])}
${list(skipped.map(({ name, reason }) => `Skipped: ${name}, ${reason}`))}
${scenarios.map((scenario) => section(scenario, scenarios.length > 1))}
<h2>Conditions</h2>
${definitions(conditions(report))}`,
  });
};

const conditions = ({ conditions: c, target, run }: LoadReport): readonly (readonly [string, string])[] => [
  ['workload', `${c.workload} at ${c.rate}/s`],
  ['target', [targetText(target), ...target.apiVersions].join(', ')],
  ['quota', c.quota],
  ['generator', `k6 ${c.k6} on ${c.cores} cores`],
  ['lasted', `${Math.round(run.seconds)} s`],
];

/** The embedded tenant is its own host. */
const targetText = ({ kind, host }: LoadReport['target']): string =>
  kind === host ? kind : `${kind} ${host}`;

const section = (scenario: ScenarioReport, isOneOfMany: boolean): Html => html`<section>
<h2>${scenario.name}</h2>
<p>${rates(scenario)}</p>
${list(scenario.certificate.reasons.map((reason) => `INVALID: ${reason}`))}
${list(scenario.findings.map((finding) => `BROKEN: ${finding}`))}
${list(scenario.notJudged.map((reason) => `Not judged: ${reason}`))}
${list((scenario.runners ?? []).map(runnerText), 'muted')}
${isOneOfMany && scenario.accounting !== null ? definitions(accountFacts(scenario.accounting)) : undefined}
${chartGrid(chartsOf(scenario))}
${phaseTable(scenario)}
${sloTable(scenario)}
${list(scenario.notes, 'muted')}
</section>
`;

const rates = ({ targetRate, achievedRate, seconds, certificate }: ScenarioReport): string =>
  [
    `${Math.round(seconds)} s measured`,
    ...(targetRate === null ? [] : [`target ${targetRate}/s`]),
    ...(achievedRate === null ? [] : [`achieved ${certificate.valid ? '' : 'at least '}${achievedRate}/s`]),
  ].join(', ');

const runnerText = ({ runner, sent, certificate }: RunnerReport): string =>
  `runner ${runner}: ${sent} sent, lateness p99 ${certificate.latenessP99Ms === null ? 'not measured' : `${certificate.latenessP99Ms} ms`}, certificate ${certificate.valid ? 'valid' : 'INVALID'}`;
