import { grouped } from '../../grouped.ts';
import { type Html, html } from '../../render/html.ts';
import { type Blocks, placed, type Room } from '../../render/room.ts';
import { cut } from '../../text.ts';
import type { ClauseResult, ConformanceReport, SpecResult } from '../report.ts';
import { foldedList } from './folded-list.ts';
import type { Links } from './links.ts';
import { why } from './why.ts';
import { outcomeCounts, outcomesOf, outcomeWords, worstFirst } from './words.ts';

const specsAtMost = 30;

/** Each clause with its promise, its source and its specs. */
export const clauseList = (report: ConformanceReport, links: Links, room: Room<ClauseResult>): Html => {
  const { clauses } = report;

  return foldedList({
    id: 'clauses',
    title: 'Clauses',
    label: 'Filter clauses',
    about: outcomeCounts(clauses),
    outcomes: outcomesOf(clauses),
    items: placed(clauses, room, clauseBlocks(report, links)),
    left: clauses.length - room.full.size - room.brief.size,
  });
};

export const clauseBlocks = ({ specs, target }: ConformanceReport, links: Links): Blocks<ClauseResult> => {
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const several = target.apiVersions.length > 1;

  return {
    full: (clause) => {
      const judges = worstFirst(clause.tests.flatMap((id) => byId.get(id) ?? []));
      const lines = [...grouped(judges, ({ location, title }) => `${location} ${title}`).values()];
      const left = lines.length - specsAtMost;

      return html`<details id="${links.clause(clause.id)}" data-item="${outcomeWords[clause.outcome]}"><summary>${heading(clause)}<br>${clause.statement}</summary>
${why(clause)}<p class="muted">${clause.source}; ${[clause.operation].flat().join(', ')}</p>
<ul>${lines.slice(0, specsAtMost).map((versions) => line(versions, several, links))}</ul>${left > 0 ? html`<p>${left} more: filter the specs by "${clause.id}"</p>` : undefined}</details>
`;
    },
    brief: (clause) =>
      html`<div id="${links.clause(clause.id)}" data-item="${outcomeWords[clause.outcome]}">${heading(clause)}</div>
`,
  };
};

const heading = ({ id, level, outcome }: ClauseResult): Html =>
  html`<span class="badge ${outcome}">${outcomeWords[outcome]}</span> ${cut(id, 200)} <span class="muted">${level}</span>`;

/** One spec, with a link to it in each version. */
const line = (versions: readonly SpecResult[], several: boolean, links: Links): Html =>
  html`<li>${versions.map(
    ({ id, apiVersion, outcome }) =>
      html`${links.to(links.spec(id), several ? `${apiVersion} ${outcomeWords[outcome]}` : outcomeWords[outcome], `badge ${outcome}`)} `,
  )}${cut(versions[0]?.title ?? '', 200)}</li>`;
