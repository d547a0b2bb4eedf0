import { html } from '../../render/html.ts';
import { renderPage } from '../../render/page.ts';
import type { ConformanceReport } from '../report.ts';
import { head } from './head.ts';
import { linksOf } from './links.ts';
import { cellList, clauseList, conditions, notJudged } from './lists.ts';
import { matrix } from './matrix.ts';
import { specList, timings } from './specs.ts';
import { styles } from './styles.ts';
import { violationList } from './violations.ts';

/** `conformance.html`: made of the report alone, so the same report gives the same bytes. */
export const renderHtml = (report: ConformanceReport): string => {
  const { verdict, target, run, tool } = report;
  const links = linksOf(report);
  const where = target.kind === 'mock' ? 'mock' : target.host;

  return renderPage({
    title: `${verdict}: gate on ${where}, run ${run.id}`,
    about: `${tool.name} ${tool.version} gate · ${where} · API ${target.apiVersions.join(', ')} · ${run.started}`,
    styles,
    body: html`${head(report, links)}
${violationList(report, links)}
${matrix(report, links)}
${notJudged(report)}
${cellList(report, links)}
${clauseList(report, links)}
${specList(report, links)}
${timings(report, links)}
${conditions(report)}`,
  });
};
