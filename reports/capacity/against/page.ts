import { chartGrid } from '../../render/chart-grid.ts';
import { chartPageStyles } from '../../render/chart-page-styles.ts';
import { html, nothing } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { definitions, table } from '../../render/parts.ts';
import type { Against } from './against.ts';
import { againstCharts } from './chart.ts';
import { factsOf } from './facts.ts';
import { againstHeads, againstRows } from './rows.ts';

/** `against.html`: one file that asks nobody for anything. */
export const renderAgainstPage = (compared: Against): string => {
  const { verdict, answer, before, now } = compared;
  const rows = againstRows(compared);

  return renderPage({
    title: `${verdict}: capacity against run ${before.run.id}`,
    about: `${now.tool.name} ${now.tool.version}, run ${now.run.id} of ${now.run.started}, against run ${before.run.id} of ${before.run.started}`,
    styles: chartPageStyles,
    body: html`<h1><span class="badge ${verdict}">${verdict}</span> capacity against an earlier run</h1>
<p class="answer"><strong>${answer}</strong></p>
${definitions(factsOf(compared))}
${chartGrid(againstCharts(compared))}
${rows.length === 0 ? nothing : html`<h2>Rates that both were driven at</h2><div class="numbers">${table(againstHeads, rows)}</div>`}`,
  });
};
