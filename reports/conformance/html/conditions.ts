import { type Html, html } from '../../render/html.ts';
import type { ConformanceReport } from '../report.ts';

/** Under which conditions the run was made: what a reader needs to believe or repeat it. */
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
