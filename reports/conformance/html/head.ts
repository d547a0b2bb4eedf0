import { type Html, html, nothing } from '../../render/html.ts';
import { counted, cut } from '../../text.ts';
import { verdictLines } from '../console-verdict.ts';
import type { ConformanceReport } from '../report.ts';
import { isBroken } from '../totals.ts';
import { waiverName } from '../waiver-text.ts';
import type { Links } from './links.ts';
import { placeOf } from './words.ts';

const listedAtMost = 8;

/** The first screen: the verdict, what broke and what to run, the counts, the next step. */
export const head = (report: ConformanceReport, links: Links): Html => {
  const lines = verdictLines(report, 'conformance.html');
  const [first = ''] = lines;

  return html`<h1><span class="badge ${report.verdict}">${report.verdict}</span> <small>${first.slice(report.verdict.length).trim()}</small></h1>
${lines.filter((line) => line.startsWith(' ')).map((line) => html`<p>${line.trim()}</p>`)}
${brokenList(report, links)}
${staleList(report)}
<p class="next"><b>Next</b> ${nextOf(lines)}</p>
${counts(report)}`;
};

const nextOf = (lines: readonly string[]): string =>
  lines
    .find((line) => line.startsWith('Next'))
    ?.slice(4)
    .trim() ?? '';

const brokenList = ({ violations }: ConformanceReport, links: Links): Html => {
  const broken = violations.filter(isBroken);
  if (broken.length === 0) return nothing;

  return html`<div class="scroll"><table class="broken"><thead><tr><th>Broken promise</th><th>Where</th><th>Run</th></tr></thead><tbody>${broken
    .slice(0, listedAtMost)
    .map(
      (violation) =>
        html`<tr><td><a href="#${links.violation(violation)}">${violation.statement}</a></td><td>${placeOf(violation)}</td><td><code>${cut(violation.rerun, 300)}</code></td></tr>`,
    )}</tbody></table></div>
${broken.length > listedAtMost ? html`<p><a href="#violations">${broken.length - listedAtMost} more broken promises</a></p>` : undefined}`;
};

const staleList = ({ waived }: ConformanceReport): Html => {
  const stale = waived.filter(({ outcome }) => outcome === 'stale');

  return stale.length === 0
    ? nothing
    : html`<ul>${stale.map((waiver) => html`<li><b>STALE</b> ${waiverName(waiver)} is kept again: remove its waiver</li>`)}</ul>`;
};

/** The counts of the model, none made here. */
const counts = ({ tests, totals, leftovers }: ConformanceReport): Html => {
  const { cells, clauses } = totals;
  const row = (name: string, numbers: readonly (number | string)[]) =>
    html`<tr><th scope="row">${name}</th>${numbers.map((number) => html`<td>${number}</td>`)}</tr>`;

  return html`<div class="scroll"><table class="counts" id="counts"><thead><tr><td></td><th>planned</th><th>kept</th><th>broken</th><th>waived</th><th>skipped</th><th>not judged</th></tr></thead><tbody>
${row('specs', [tests.planned, tests.passed, tests.failed, tests.waived, tests.skipped, tests.error])}
${row('cells', [cells.total, cells.passed, cells.failed, cells.waived, cells.skipped, cells.error])}
${row('clauses', [clauses.total, clauses.passed, clauses.failed, clauses.waived, clauses.skipped, clauses.error])}
</tbody></table></div>
<p class="muted" id="sums">${counted(totals.broken, 'broken promise')}, ${totals.waived} waived, ${counted(totals.warnings, 'warning')}, ${counted(totals.stale, 'stale waiver')}, ${counted(leftovers.length, 'leftover')}; ${cells.judgedByRequest} cells judged by request, ${cells.judgedByFault} by fault</p>`;
};
