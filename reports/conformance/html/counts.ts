import { type Html, html } from '../../render/html.ts';
import { counted } from '../../text.ts';
import type { ConformanceReport } from '../report.ts';

/** The counts of the model, none made here. */
export const counts = ({ tests, totals, leftovers }: ConformanceReport): Html => {
  const { cells, clauses } = totals;
  const row = (name: string, numbers: readonly (number | string)[]) =>
    html`<tr><th scope="row">${name}</th>${numbers.map((number) => html`<td>${number}</td>`)}</tr>`;

  return html`<section id="sums"><h2>Counts</h2><table class="counts" id="counts"><thead><tr><td></td><th>planned</th><th>kept</th><th>broken</th><th>waived</th><th>skipped</th><th>not judged</th></tr></thead><tbody>
${row('specs', [tests.planned, tests.passed, tests.failed, tests.waived, tests.skipped, tests.error])}
${row('cells', [cells.total, cells.passed, cells.failed, cells.waived, cells.skipped, cells.error])}
${row('clauses', [clauses.total, clauses.passed, clauses.failed, clauses.waived, clauses.skipped, clauses.error])}
</tbody></table>
<p class="muted">${counted(totals.broken, 'broken promise')}, ${totals.waived} waived, ${counted(totals.warnings, 'warning')}, ${counted(totals.stale, 'stale waiver')}, ${counted(leftovers.length, 'leftover')}; ${counted(cells.judgedByRequest, 'cell')} judged by request, ${cells.judgedByFault} by fault</p></section>`;
};
