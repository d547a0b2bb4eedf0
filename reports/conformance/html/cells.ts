import { grouped } from '../../grouped.ts';
import { type Html, html } from '../../render/html.ts';
import { type Blocks, placed, type Room } from '../../render/room.ts';
import { counted, cut } from '../../text.ts';
import type { CellResult, ConformanceReport, SpecResult } from '../report.ts';
import { foldedList } from './folded-list.ts';
import type { Links } from './links.ts';
import { why } from './why.ts';
import { outcomeCounts, outcomesOf, outcomeWords, worstFirst } from './words.ts';

const specsAtMost = 30;

/** Each cell with the specs that judged it in its version: what the matrix leads to. */
export const cellList = (report: ConformanceReport, links: Links, room: Room<CellResult>): Html => {
  const { cells } = report;

  return foldedList({
    id: 'cells',
    title: 'Specs and exchanges of each cell',
    label: 'Filter cells',
    about: outcomeCounts(cells),
    outcomes: outcomesOf(cells),
    items: placed(cells, room, cellBlocks(report, links)),
    left: cells.length - room.full.size - room.brief.size,
  });
};

export const cellBlocks = ({ specs }: ConformanceReport, links: Links): Blocks<CellResult> => {
  const judges = grouped(
    specs.flatMap((spec) =>
      spec.cells.map((cell) => ({ spec, place: links.cell({ ...cell, apiVersion: spec.apiVersion }) })),
    ),
    ({ place }) => place,
  );
  const judgesOf = (cell: CellResult) =>
    worstFirst((judges.get(links.cell(cell)) ?? []).map(({ spec }) => spec));

  return {
    full: (cell) => {
      const own = judgesOf(cell);
      const left = own.length - specsAtMost;

      return html`<details id="${links.cell(cell)}" data-item="${outcomeWords[cell.outcome]}"><summary>${heading(cell, own.length)}</summary>
${why(cell)}<ul>${own.slice(0, specsAtMost).map((spec) => line(spec, cell, links))}</ul>${left > 0 ? html`<p>${left} more: filter the specs by "${cell.operation} ${cell.status} ${cell.apiVersion}"</p>` : undefined}</details>
`;
    },
    brief: (cell) =>
      html`<div id="${links.cell(cell)}" data-item="${outcomeWords[cell.outcome]}">${heading(cell, judgesOf(cell).length)}</div>
`,
  };
};

const heading = (cell: CellResult, judges: number): Html =>
  html`<span class="badge ${cell.outcome}">${outcomeWords[cell.outcome]}</span> ${cell.operation} ${cell.status} <span class="muted">${cell.apiVersion}, by ${cell.provokedBy}, ${counted(judges, 'spec')}</span>`;

const line = (spec: SpecResult, cell: CellResult, links: Links): Html =>
  html`<li><span class="badge ${spec.outcome}">${outcomeWords[spec.outcome]}</span> ${links.to(links.spec(spec.id), cut(spec.title, 200))} <span class="muted">${exchanges(spec, cell)}</span></li>`;

/** Those of the cell, `2 exchanges, 4 to 9 ms`; where there is none, what was answered instead. */
const exchanges = ({ exchanges: all }: SpecResult, cell: CellResult): string => {
  const own = all.filter(({ operation }) => operation === cell.operation);
  const times = own
    .filter(({ status }) => status === cell.status)
    .map(({ milliseconds }) => Math.round(milliseconds));
  if (times.length === 0) {
    const others = [...new Set(own.map(({ status }) => status))];

    return others.length === 0 ? 'no exchange' : `answered ${others.join(', ')}`;
  }
  const [least, most] = [Math.min(...times), Math.max(...times)];

  return `${counted(times.length, 'exchange')}, ${least === most ? least : `${least} to ${most}`} ms`;
};
