import { operationIds, operations } from '../../../contracts/operations.ts';
import { type Html, html } from '../../render/html.ts';
import type { CellResult, ConformanceReport } from '../report.ts';
import type { Links } from './links.ts';
import { outcomeWords } from './words.ts';

const errorStatuses = [400, 401, 403, 404, 429, 500];

/** The 64 cells of each version; each leads to its specs and exchanges. */
export const matrix = ({ cells, target }: ConformanceReport, links: Links): Html =>
  html`<section id="matrix"><h2>Cells</h2>
${target.apiVersions.map((version) => {
  const own = cells.filter(({ apiVersion }) => apiVersion === version);

  return html`<div class="scroll"><table class="cells"><caption>API ${version}</caption>
<thead><tr><th scope="col">operation</th><th scope="col">success</th>${errorStatuses.map((status) => html`<th scope="col">${status}</th>`)}</tr></thead>
<tbody>${operationIds.map(
    (operation) =>
      html`<tr><th scope="row">${operation}</th>${[
        operations[operation].success,
        ...errorStatuses.map((status) => [status]),
      ].map(
        (statuses) =>
          html`<td>${own
            .filter((cell) => cell.operation === operation && statuses.some((one) => one === cell.status))
            .map((cell) => mark(cell, links))}</td>`,
      )}</tr>\n`,
  )}</tbody></table></div>`;
})}
<p class="muted">A dashed frame: only a fault provokes it. An empty place: not documented.</p></section>`;

const mark = (cell: CellResult, links: Links): Html => {
  const { outcome, operation, status, provokedBy, reason } = cell;
  const warned = outcome === 'passed' && reason !== undefined;
  const word = warned ? 'warned' : outcomeWords[outcome];

  return html`<a class="cell ${warned ? 'warning' : outcome} ${provokedBy}" href="#${links.cell(cell)}" aria-label="${operation} ${status}: ${word}">${status < 300 ? html`<small>${status}</small> ` : undefined}${word}</a>`;
};
