import { operationIds, operations } from '../../../contracts/operations.ts';
import type { ApiVersion } from '../../../contracts/versions.ts';
import { type Html, html } from '../../render/html.ts';
import type { CellResult, ConformanceReport } from '../report.ts';
import type { Links } from './links.ts';
import { outcomeCounts, outcomeWords } from './words.ts';

const errorStatuses = [400, 401, 403, 404, 429, 500];

/** The 64 cells of each version; each leads to its specs and exchanges. Of several, what is broken lies open. */
export const matrix = ({ cells, target }: ConformanceReport, links: Links): Html => {
  const versions = target.apiVersions.map((version) => ({
    version,
    own: cells.filter(({ apiVersion }) => apiVersion === version),
  }));
  const broken = versions.filter(({ own }) => own.some(({ outcome }) => outcome === 'failed'));
  const open = broken.length > 0 ? broken : versions.slice(0, 1);

  return html`<section id="matrix"><h2>Cells</h2>
${versions.map((one) =>
  versions.length === 1
    ? grid(one.version, one.own, links)
    : html`<details class="version" data-print${open.includes(one) ? html` open` : undefined}><summary><b>API ${one.version}</b> <span class="muted">${outcomeCounts(one.own)}</span></summary>${grid(one.version, one.own, links)}</details>
`,
)}
<p class="muted">A dashed frame: only a fault provokes it. An empty place: not documented.</p></section>`;
};

const grid = (version: ApiVersion, cells: readonly CellResult[], links: Links): Html =>
  html`<div class="scroll"><table class="cells" aria-label="Cells of API ${version}">
<thead><tr><th scope="col">operation</th><th scope="col">success</th>${errorStatuses.map((status) => html`<th scope="col">${status}</th>`)}</tr></thead>
<tbody>${operationIds.map(
    (operation) =>
      html`<tr><th scope="row">${operation}</th>${[
        operations[operation].success,
        ...errorStatuses.map((status) => [status]),
      ].map(
        (statuses) =>
          html`<td>${cells
            .filter((cell) => cell.operation === operation && statuses.some((one) => one === cell.status))
            .map((cell) => mark(cell, links))}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;

const mark = (cell: CellResult, links: Links): Html => {
  const { outcome, operation, status, provokedBy, reason } = cell;
  const warned = outcome === 'passed' && reason !== undefined;
  const word = warned ? 'warned' : outcomeWords[outcome];

  return html`<a class="cell ${warned ? 'warning' : outcome} ${provokedBy}" href="#${links.cell(cell)}" aria-label="${operation} ${status}: ${word}"><small${status < 300 ? html` class="always"` : undefined}>${status}</small> ${word}</a>`;
};
