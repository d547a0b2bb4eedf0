import { historySection, historyStyles } from '../../history/page/section.ts';
import { type Html, html, nothing } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { copied, filter, fitting, table } from '../../render/parts.ts';
import { counted, cut } from '../../text.ts';
import { severities } from '../finding.ts';
import type { DatedFinding, HealthReport } from '../health-report.ts';
import { apiText, nextText, nightText, readText, sinceText, subjectText, verdictText } from '../told.ts';
import { dateText } from '../words.ts';
import { styles } from './styles.ts';

/** What the findings may take in bytes; all are in health.json. */
const mostBytes = 1_200_000;

/** `health.html`: made of the report alone, so the same report gives the same bytes. */
export const renderHealthPage = (report: HealthReport): string => {
  const { verdict, target, run, tool } = report;
  const where = target.kind === 'mock' ? 'mock' : target.host;

  return renderPage({
    title: `${verdict}: health of ${where}, ${run.started.slice(0, 10)}`,
    about: `${tool.name} ${tool.version} health · ${where} · API ${target.apiVersions.join(', ')} · ${dateText(Date.parse(run.started))} · ${nightText(report)}`,
    styles: styles + historyStyles,
    body: html`${head(report)}
${findingList(report)}
${resolvedList(report)}
${historySection(report)}
${about(report)}`,
  });
};

const head = (report: HealthReport): Html => {
  const { verdict, reasons, exitCode } = report;

  return html`<h1><span class="badge ${verdict}">${verdict}</span> <small>${verdictText(report)} (exit ${exitCode})</small></h1>
${reasons.map((reason) => html`<p><b>Not judged</b> ${reason}</p>`)}
<p class="next"><b>Next</b> ${cut(nextText(report), 600)}</p>`;
};

const findingList = (report: HealthReport): Html => {
  const { findings } = report;
  const standing = findings.filter(({ state }) => state !== 'resolved');
  if (standing.length === 0) return html`<section id="findings"><h2>Findings</h2><p>None.</p></section>`;
  const shown = fitting(
    standing.map((finding) => block(finding, report)),
    mostBytes,
  );
  const outcomes = severities.filter((each) => standing.some(({ severity }) => severity === each));

  return html`<section id="findings"><h2>Findings</h2>
${filter('finding-list', 'Filter findings', outcomes)}
<div id="finding-list">${shown}</div>
${shown.length === standing.length ? undefined : html`<p>${standing.length - shown.length} more, see health.json</p>`}</section>`;
};

const block = (finding: DatedFinding, report: HealthReport): Html => {
  const { id, severity, state, subject, what, impact, advice, fingerprint } = finding;
  const place = `f-${fingerprint}`;

  return html`<article class="finding ${severity}-edge" id="${place}" data-item="${severity}">
<h3><span class="badge ${severity === 'error' ? 'failed' : severity === 'warning' ? 'warning' : 'waived'}">${severity.toUpperCase()}</span> ${subjectText(subject)} <span class="muted">${id}</span>${state === 'new' && report.historyFault === undefined ? html` <span class="badge skipped">new</span>` : undefined}</h3>
<p class="what">${cut(what, 2000)}</p>
<p><b>Impact</b> ${impact}</p>
<p class="muted">since ${sinceText(finding, report)}; ${subject.kind} <code>${subject.id}</code>; fingerprint <code>${fingerprint}</code></p>
${advice.startsWith('npx ') ? copied(`${place}-advice`, advice) : html`<p><b>Advice</b> ${cut(advice, 2000)}</p>`}
</article>
`;
};

const resolvedList = ({ findings }: HealthReport): Html => {
  const resolved = findings.filter(({ state }) => state === 'resolved');

  return resolved.length === 0
    ? nothing
    : html`<section id="resolved"><h2>Resolved since last night</h2>
${table(
  ['finding', 'subject', 'had been there since'],
  resolved.map(({ id, subject, since }) => [id, subjectText(subject), since.slice(0, 10)]),
)}</section>`;
};

const about = (report: HealthReport): Html => {
  const { conditions, run, api } = report;

  return html`<section id="about"><h2>What this stands on</h2>
${table(
  ['', ''],
  [
    ['read', readText(report)],
    ['API', apiText(report)],
    [
      'requests',
      `${api.requests}: ${api.answered} answered, ${api.throttled} answered 429, ${api.failed} failed`,
    ],
    [
      'exit 1',
      `findings of severity ${conditions.failOn} or above${conditions.onlyNew ? ', new ones only' : ''}`,
    ],
    ['took', `${run.seconds.toFixed(1)} s, run ${run.id}`],
    ['findings', counted(report.findings.length, 'finding')],
  ],
)}
<p class="muted">Payloads of events are not in this report: of what a tenant says, what came from a payload is masked.</p></section>`;
};
