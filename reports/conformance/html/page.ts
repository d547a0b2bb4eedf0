import { html } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import { inSeconds } from '../../text.ts';
import type { ConformanceReport } from '../report.ts';
import { cellList } from './cells.ts';
import { clauseList } from './clauses.ts';
import { conditions } from './conditions.ts';
import { counts } from './counts.ts';
import { head } from './head.ts';
import { layoutOf } from './layout.ts';
import { matrix } from './matrix.ts';
import { notJudged } from './not-judged.ts';
import { specList } from './specs.ts';
import { styles } from './styles.ts';
import { timings } from './timings.ts';
import { violationList } from './violations.ts';
import { targetName } from './words.ts';

/**
 * `conformance.html`: made of the report alone, so the same report gives the same bytes. First what a reader of a red
 * one needs, then the cells, then each violation in full, then what was not judged and why; the long lists are folded.
 */
export const renderHtml = (report: ConformanceReport): string => {
  const { verdict, run, tool } = report;
  const { violations, cells, clauses, specs, links } = layoutOf(report);

  return renderPage({
    title: `${verdict}: gate on ${targetName(report)}, run ${run.id}`,
    about: `${tool.name} ${tool.version} gate, run ${run.id}, ${run.started.slice(0, 16).replace('T', ' ')} UTC, ${inSeconds(run.seconds)}`,
    styles,
    body: html`${head(report, links)}
<div class="overview">${matrix(report, links)}
${counts(report)}</div>
${violationList(report, links, violations)}
${notJudged(report, links)}
${cellList(report, links, cells)}
${clauseList(report, links, clauses)}
${specList(report, links, specs)}
${timings(report, links)}
${conditions(report)}`,
  });
};
