import { type Html, html, nothing } from '../../render/html.ts';
import { fitting } from '../../render/parts.ts';
import { cut } from '../../text.ts';
import { causes } from '../causes.ts';
import type { ConformanceReport } from '../report.ts';
import { waiverName, waiverText } from '../waiver-text.ts';
import type { Links } from './links.ts';

/** What each of the lists may take. */
const listBytes = 30_000;

/** What was not judged, and which setting would change it; what could not be, waivers and leftovers. */
export const notJudged = (report: ConformanceReport, links: Links): Html => {
  const { skipped, errors, reasons, leftovers, waived } = report;

  return html`${list(
    'incomplete',
    'Not complete',
    [...new Set([...reasons, ...errors])].map((problem) => html`${cut(problem, 500)}`),
  )}${stoppedTable(report, links)}${skippedTable(skipped)}${list(
    'waivers',
    'Waivers',
    waived.map(
      (waiver) =>
        html`<span class="badge ${waiver.outcome === 'stale' ? 'failed' : waiver.outcome}">${waiver.outcome}</span> ${waiverName(waiver)} ${waiverText(waiver)}`,
    ),
  )}${list(
    'leftovers',
    'Leftovers',
    leftovers.map(
      ({ id, name, reason }) => html`${cut(id, 100)} ${cut(name, 200)} ${cut(reason ?? '', 300)}`,
    ),
  )}`;
};

const stoppedTable = ({ specs }: ConformanceReport, links: Links): Html =>
  tableOf(
    'stopped',
    'Could not judge',
    ['specs', 'what stopped them', 'first of them'],
    causes(specs).map(
      ([cause, stopped]) =>
        html`<tr><td>${stopped.length}</td><td>${cut(cause, 500)}</td><td>${stopped.slice(0, 1).map(({ id, title }) => links.to(links.spec(id), cut(title, 200)))}</td></tr>`,
    ),
  );

const skippedTable = (groups: ConformanceReport['skipped']): Html =>
  tableOf(
    'skipped',
    'Skipped',
    ['cells', 'clauses', 'specs', 'why', 'setting that would change it'],
    groups.map(
      ({ cells, clauses, specs, reason, setting }) =>
        html`<tr><td>${cells.length}</td><td>${clauses.length}</td><td>${specs.length}</td><td>${cut(reason, 300)}</td><td>${setting === undefined ? 'none on this target' : html`<code>${cut(setting, 300)}</code>`}</td></tr>`,
    ),
  );

const tableOf = (id: string, title: string, heads: readonly string[], rows: readonly Html[]): Html => {
  if (rows.length === 0) return nothing;
  const shown = fitting(rows, listBytes);

  return html`<section id="${id}"><h2>${title}</h2><div class="scroll"><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${shown}</tbody></table></div>${rest(rows.length - shown.length)}</section>`;
};

const list = (id: string, title: string, items: readonly Html[]): Html => {
  if (items.length === 0) return nothing;
  const shown = fitting(
    items.map((item) => html`<li>${item}</li>`),
    listBytes,
  );

  return html`<section id="${id}"><h2>${title}</h2><ul>${shown}</ul>${rest(items.length - shown.length)}</section>`;
};

const rest = (count: number): Html =>
  count === 0 ? nothing : html`<p>${count} more, see conformance.json</p>`;
