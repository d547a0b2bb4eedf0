import { type Html, html, nothing } from '../../render/html.ts';
import { filter, fitting } from '../../render/parts.ts';
import { counted, cut } from '../../text.ts';
import type { ConformanceReport, SpecResult } from '../report.ts';
import { waiverName, waiverText } from '../waiver-text.ts';
import type { Links } from './links.ts';
import { outcomeWords } from './words.ts';

const listBytes = 300_000;
const linksAtMost = 30;

/** Each cell with the specs that judged it: what the matrix leads to. */
export const cellList = ({ cells, specs }: ConformanceReport, links: Links): Html => {
  const byCell = new Map<string, SpecResult[]>();
  for (const spec of specs)
    for (const cell of spec.cells) {
      const key = links.cell({ ...cell, apiVersion: spec.apiVersion });
      byCell.set(key, [...(byCell.get(key) ?? []), spec]);
    }
  const blocks = cells.map((cell) => {
    const judges = byCell.get(links.cell(cell)) ?? [];

    return html`<details id="${links.cell(cell)}"><summary><span class="badge ${cell.outcome}">${outcomeWords[cell.outcome]}</span> ${cell.operation} ${cell.status} <span class="muted">${cell.apiVersion}, by ${cell.provokedBy}, ${counted(judges.length, 'spec')}</span></summary>
${why(cell)}<ul>${judges.slice(0, linksAtMost).map((spec) => specLine(spec, links))}</ul></details>
`;
  });

  return html`<section id="cells"><h2>Specs and exchanges of each cell</h2>${fitting(blocks, listBytes)}</section>`;
};

/** Each clause with its promise, its source and its specs. */
export const clauseList = ({ clauses, specs }: ConformanceReport, links: Links): Html => {
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const blocks = clauses.map(
    (
      clause,
    ) => html`<details id="clause-${clause.id}" data-item="${outcomeWords[clause.outcome]}"><summary><span class="badge ${clause.outcome}">${outcomeWords[clause.outcome]}</span> ${clause.id} <span class="muted">${clause.level}</span><br>${clause.statement}</summary>
${why(clause)}<p class="muted">${clause.source}; ${[clause.operation].flat().join(', ')}</p>
<ul>${clause.tests.slice(0, linksAtMost).flatMap((id) => {
      const spec = byId.get(id);
      return spec === undefined ? [] : [specLine(spec, links)];
    })}</ul></details>`,
  );

  return html`<section id="clauses"><h2>Clauses</h2>
${filter('clause-list', 'Filter clauses', [...new Set(clauses.map(({ outcome }) => outcomeWords[outcome]))])}
<div id="clause-list">${fitting(blocks, 2 * listBytes)}</div></section>`;
};

/** What was not judged, and which setting would change it; what could not be, waivers and leftovers. */
export const notJudged = ({ skipped, errors, reasons, leftovers, waived }: ConformanceReport): Html => {
  const problems = [...new Set([...reasons, ...errors])];

  return html`${
    skipped.length === 0
      ? nothing
      : html`<section id="skipped"><h2>Skipped</h2><div class="scroll"><table><thead><tr><th>cells</th><th>clauses</th><th>specs</th><th>why</th><th>setting that would change it</th></tr></thead><tbody>${skipped
          .slice(0, 100)
          .map(
            ({ cells, clauses, specs, reason, setting }) =>
              html`<tr><td>${cells.length}</td><td>${clauses.length}</td><td>${specs.length}</td><td>${cut(reason, 300)}</td><td>${setting === undefined ? 'none on this target' : html`<code>${setting}</code>`}</td></tr>`,
          )}</tbody></table></div></section>`
  }${list(
    'Not complete',
    problems.map((problem) => html`${cut(problem, 500)}`),
  )}${list(
    'Waivers',
    waived.map(
      (waiver) =>
        html`<span class="badge ${waiver.outcome === 'stale' ? 'failed' : waiver.outcome}">${waiver.outcome}</span> ${waiverName(waiver)} ${waiverText(waiver)}`,
    ),
  )}${list(
    'Leftovers',
    leftovers.map(
      ({ id, name, reason }) => html`${cut(id, 100)} ${cut(name, 200)} ${cut(reason ?? '', 300)}`,
    ),
  )}`;
};

/** Under which conditions the run was made. */
export const conditions = ({ tool, run, target, conditions: c, exitCode }: ConformanceReport): Html =>
  html`<section id="conditions"><h2>Conditions</h2><table><tbody>${[
    ['tool', `${tool.name} ${tool.version}`],
    ['run', `${run.id}, ${run.started}`],
    ['target', target.kind === 'mock' ? 'mock (in the process of the run)' : `tenant ${target.host}`],
    ['API', target.apiVersions.join(', ')],
    ['writes', c.writes === 'own' ? 'only what the run created' : 'none, read-only'],
    ['risks', c.risks.length === 0 ? 'none' : c.risks.join(', ')],
    ['pace', c.quota === 'off' ? 'not paced' : `below ${c.quota}`],
    ['workers', String(c.workers)],
    ['chosen', c.selection ?? 'all specs'],
    ...(c.created === undefined ? [] : [['made', `${c.created} created, ${c.removed ?? 0} removed`]]),
    ['exit code', String(exitCode)],
  ].map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table></section>`;

const list = (title: string, items: readonly Html[]): Html =>
  items.length === 0
    ? nothing
    : html`<section><h2>${title}</h2><ul>${items.slice(0, 200).map((item) => html`<li>${item}</li>`)}</ul></section>`;

const why = ({ reason, setting }: Readonly<{ reason?: string; setting?: string }>): Html =>
  reason === undefined
    ? nothing
    : html`<p>${cut(reason, 500)}${setting === undefined ? undefined : html`; <code>${setting}</code>`}</p>`;

const specLine = (spec: SpecResult, links: Links): Html =>
  html`<li><span class="badge ${spec.outcome}">${outcomeWords[spec.outcome]}</span> <a href="#${links.spec(spec.id)}">${cut(spec.title, 300)}</a>${spec.exchanges.length === 0 ? undefined : html` <span class="muted">${spec.exchanges.slice(0, 5).map(({ operation, status, milliseconds }) => html`${operation} ${status} ${Math.round(milliseconds)} ms; `)}</span>`}</li>`;
