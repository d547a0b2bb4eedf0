import { visible } from '../../text.ts';
import type { LoadReport, ScenarioReport } from '../load-report.ts';
import { phases } from '../phases.ts';
import { amount } from '../verdict.ts';
import { chartsOf } from './charts.ts';
import { styles } from './styles.ts';

/** `load.html`: one file that asks nobody for anything. */
export const renderLoadPage = (report: LoadReport): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(`${report.verdict}: load ${report.conditions.workload}`)}</title>
<style>${styles}</style>
</head>
<body>
<h1><span class="verdict ${report.verdict}">${report.verdict}</span> load, ${text(report.conditions.workload)} at ${text(String(report.conditions.rate))}/s</h1>
<p class="muted">${text(conditions(report))}</p>
${list(report.reasons)}
${report.skipped.map(({ name, reason }) => `<p>Skipped: ${text(name)}, ${text(reason)}</p>`).join('\n')}
${report.scenarios.map(section).join('\n')}
</body>
</html>
`;

const conditions = ({ tool, run, target, conditions: c, certificate }: LoadReport): string =>
  `${tool.name} ${tool.version}, run ${run.id}, ${run.started}, ${target.kind} ${target.host}, k6 ${c.k6} on ${c.cores} cores, quota ${c.quota}; ` +
  `certificate ${certificate.valid ? 'valid' : 'not valid'}: rate error ${amount(certificate.rateError, 'share')}, lateness p99 ${certificate.latenessP99Ms ?? 'not measured, '} ms, generator CPU ${amount(certificate.cpuShare, 'share')}, machine ${amount(c.machineCpuShare, 'share')}`;

const section = (scenario: ScenarioReport): string => `<section>
<h2>${text(scenario.name)}</h2>
<p>${text(rates(scenario))}</p>
${list(scenario.certificate.reasons.map((reason) => `INVALID: ${reason}`))}
${list(scenario.findings.map((finding) => `BROKEN: ${finding}`))}
${list(scenario.notJudged.map((reason) => `Not judged: ${reason}`))}
${phaseTable(scenario)}
${sloTable(scenario)}
${chartsOf(scenario)
  .map(({ title, svg }) => `<figure><figcaption>${text(title)}</figcaption>${svg}</figure>`)
  .join('\n')}
${list(scenario.notes, 'muted')}
</section>`;

const rates = ({ targetRate, achievedRate, seconds, certificate }: ScenarioReport): string =>
  [
    `${Math.round(seconds)} s measured`,
    ...(targetRate === null ? [] : [`target ${targetRate}/s`]),
    ...(achievedRate === null ? [] : [`achieved ${certificate.valid ? '' : 'at least '}${achievedRate}/s`]),
  ].join(', ');

const phaseTable = (scenario: ScenarioReport): string => {
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

  return rows.length === 0 ? '' : table(['phase, ms', 'samples', 'p50', 'p95', 'p99', 'max'], rows);
};

const sloTable = ({ slo }: ScenarioReport): string =>
  slo.length === 0
    ? ''
    : table(
        ['limit', 'at most', 'seen', ''],
        slo.map(({ measure, limit, unit, seen, ok, note }) => [
          measure,
          `${measure === 'rate carried' || measure === 'burst' ? 'at least ' : ''}${amount(limit, unit)}`,
          `${seen === null ? '' : amount(seen, unit)}${note === undefined ? '' : ` (${note})`}`,
          ok ? 'kept' : 'BROKEN',
        ]),
      );

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${text(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;

const list = (items: readonly string[], kind = ''): string =>
  items.length === 0
    ? ''
    : `<ul${kind === '' ? '' : ` class="${kind}"`}>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;

/** Harmless in a page: what others wrote may stand in it. */
const text = (content: string): string =>
  visible(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
