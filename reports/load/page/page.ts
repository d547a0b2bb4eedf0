import { figures } from '../../render/chart.ts';
import { type Html, html, nothing } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { list, table } from '../../render/parts.ts';
import { limitOf } from '../limit.ts';
import type { LoadReport, RunnerReport, ScenarioReport } from '../load-report.ts';
import { phases } from '../phases.ts';
import { amount, cpuText } from '../verdict.ts';
import { chartsOf } from './charts.ts';

/** `load.html`: one file that asks nobody for anything. */
export const renderLoadPage = (report: LoadReport): string =>
  renderPage({
    title: `${report.verdict}: load ${report.conditions.workload}`,
    about: conditions(report),
    body: html`<h1><span class="badge ${report.verdict}">${report.verdict}</span> load, ${report.conditions.workload} at ${report.conditions.rate}/s</h1>
${list([...report.reasons, ...limitText(report)])}
${report.skipped.map(
  ({ name, reason }) => html`<p>Skipped: ${name}, ${reason}</p>
`,
)}
${report.scenarios.map(section)}`,
  });

const limitText = (report: LoadReport): readonly string[] => {
  const limit = limitOf(report);

  return limit === undefined ? [] : [`Limit: ${limit}`];
};

const conditions = ({ tool, run, target, conditions: c, certificate }: LoadReport): string =>
  `${tool.name} ${tool.version}, run ${run.id}, ${run.started}, ${target.kind} ${target.host}, k6 ${c.k6} on ${c.cores} cores, quota ${c.quota}; ` +
  `certificate ${certificate.valid ? 'valid' : 'not valid'}: rate error ${amount(certificate.rateError, 'share')}, lateness p99 ${certificate.latenessP99Ms ?? 'not measured, '} ms, generator CPU ${cpuText(certificate.cpuShare)}, machine ${cpuText(c.machineCpuShare)}`;

const section = (scenario: ScenarioReport): Html => html`<section>
<h2>${scenario.name}</h2>
<p>${rates(scenario)}</p>
${list(scenario.certificate.reasons.map((reason) => `INVALID: ${reason}`))}
${list(scenario.findings.map((finding) => `BROKEN: ${finding}`))}
${list(scenario.notJudged.map((reason) => `Not judged: ${reason}`))}
${list((scenario.runners ?? []).map(runnerText), 'muted')}
${phaseTable(scenario)}
${sloTable(scenario)}
${figures(chartsOf(scenario))}
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
  `runner ${runner}: ${sent} sent, lateness p99 ${certificate.latenessP99Ms ?? 'not measured,'} ms, certificate ${certificate.valid ? 'valid' : 'INVALID'}`;

const phaseTable = (scenario: ScenarioReport): Html => {
  const rows = phases.flatMap((phase) => {
    const summary = scenario.phases[phase];
    if (!summary || summary.count === 0) return [];
    const quantile = (name: 'p50' | 'p95' | 'p99'): string => {
      const interval = summary.intervals[name];

      return summary[name] === null
        ? `too few samples (${summary.count})`
        : `${summary[name]} (${interval?.low} to ${interval?.high ?? 'open'})`;
    };

    return [
      [phase, String(summary.count), quantile('p50'), quantile('p95'), quantile('p99'), String(summary.max)],
    ];
  });

  return rows.length === 0 ? nothing : table(['phase, ms', 'samples', 'p50', 'p95', 'p99', 'max'], rows);
};

const sloTable = ({ slo }: ScenarioReport): Html =>
  slo.length === 0
    ? nothing
    : table(
        ['limit', 'at most', 'seen', ''],
        slo.map(({ measure, limit, unit, seen, ok, note }) => [
          measure,
          `${measure === 'rate carried' || measure === 'burst' ? 'at least ' : ''}${amount(limit, unit)}`,
          `${seen === null ? '' : amount(seen, unit)}${note === undefined ? '' : ` (${note})`}`,
          ok ? 'kept' : 'BROKEN',
        ]),
      );
