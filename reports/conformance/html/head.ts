import { type Html, html, nothing } from '../../render/html.ts';
import { command } from '../../render/parts.ts';
import { counted, cut } from '../../text.ts';
import type { ConformanceReport, ViolationResult } from '../report.ts';
import { isBroken } from '../totals.ts';
import { verdictWords } from '../verdict-words.ts';
import { waiverName } from '../waiver-text.ts';
import type { Links } from './links.ts';
import { placeOf, targetName } from './words.ts';

const listedAtMost = 8;

/** The first screen: the verdict, of what; what broke, where, and what to run; the next step. */
export const head = (report: ConformanceReport, links: Links): Html => {
  const { verdict, exitCode, target } = report;
  const { headline, details, note, next } = verdictWords(report);

  return html`<h1><span class="badge ${verdict}">${verdict}</span> ${cut(headline, 300)}</h1>
<p><b>${targetName(report)}</b>, API ${target.apiVersions.join(', ')}; ${details} (exit ${exitCode})</p>
${note === undefined ? undefined : html`<p>${cut(note, 600)}</p>`}
${brokenTable(report, links)}
${staleList(report)}
<p class="next"><b>Next</b> ${next}</p>
${contents(report)}`;
};

const brokenTable = ({ violations, target }: ConformanceReport, links: Links): Html => {
  const broken = violations.filter(isBroken);
  if (broken.length === 0) return nothing;
  const where = (violation: ViolationResult): string =>
    target.apiVersions.length === 1
      ? placeOf(violation)
      : `${placeOf(violation)}, ${violation.apiVersions.join(', ')}`;

  return html`<table class="broken"><thead><tr><th>Broken promise</th><th>Where</th><th>Found</th><th>Run it again</th></tr></thead><tbody>${broken
    .slice(0, listedAtMost)
    .map(
      (violation) =>
        html`<tr><td>${links.to(links.violation(violation), cut(violation.statement, 200))}</td><td>${where(violation)}</td><td><span class="muted">expected</span> ${cut(violation.expected, 100)}<br><span class="muted">seen</span> <b>${cut(violation.seen, 100)}</b></td><td>${command(`${links.violation(violation)}-run`, cut(violation.rerun, 600))}</td></tr>
`,
    )}</tbody></table>
${broken.length > listedAtMost ? html`<p><a href="#violations">${counted(broken.length - listedAtMost, 'more broken promise')}</a></p>` : undefined}`;
};

const staleList = ({ waived }: ConformanceReport): Html => {
  const stale = waived.filter(({ outcome }) => outcome === 'stale');

  return stale.length === 0
    ? nothing
    : html`<ul>${stale.slice(0, listedAtMost).map((waiver) => html`<li><b>STALE</b> ${waiverName(waiver)} is kept again: remove its waiver</li>`)}</ul>${stale.length > listedAtMost ? html`<p><a href="#waivers">${counted(stale.length - listedAtMost, 'more stale waiver')}</a></p>` : undefined}`;
};

/** The way to each part that there is. */
const contents = (report: ConformanceReport): Html => {
  const { violations, skipped, waived, leftovers, reasons, errors, totals, tests } = report;
  const parts = [
    ['matrix', 'Cells', totals.cells.total],
    ['violations', 'Violations', violations.length],
    ['incomplete', 'Not complete', new Set([...reasons, ...errors]).size],
    ['stopped', 'Could not judge', tests.error],
    ['skipped', 'Skipped, by reason', skipped.length],
    ['waivers', 'Waivers', waived.length],
    ['leftovers', 'Leftovers', leftovers.length],
    ['clauses', 'Clauses', totals.clauses.total],
    ['specs', 'Specs', tests.planned],
  ] as const;

  return html`<nav aria-label="Contents">${parts
    .filter(([, , count]) => count > 0)
    .map(
      ([place, name, count]) => html`<a href="#${place}">${name} <small>${count}</small></a> `,
    )}<a href="#timings">Timings</a> <a href="#conditions">Conditions</a></nav>`;
};
