import { grouped } from '../../grouped.ts';
import { type Html, html } from '../../render/html.ts';
import { type Blocks, placed, type Room } from '../../render/room.ts';
import { cut, inSeconds } from '../../text.ts';
import type { ConformanceReport, SpecResult } from '../report.ts';
import { foldedList } from './folded-list.ts';
import type { Links } from './links.ts';
import { outcomeCounts, outcomesOf, outcomeWords, placeOf } from './words.ts';

const exchangesAtMost = 12;
const violationsAtMost = 20;

/** Every spec with its outcome, its time, what it saw and sent. */
export const specList = (report: ConformanceReport, links: Links, room: Room<SpecResult>): Html => {
  const { specs } = report;

  return foldedList({
    id: 'specs',
    title: 'Specs',
    label: 'Filter specs',
    about: outcomeCounts(specs),
    outcomes: outcomesOf(specs),
    items: placed(specs, room, specBlocks(report, links)),
    left: specs.length - room.full.size - room.brief.size,
  });
};

export const specBlocks = ({ violations }: ConformanceReport, links: Links): Blocks<SpecResult> => {
  const byFingerprint = grouped(violations, ({ fingerprint }) => fingerprint);

  return {
    full: (spec) => {
      const { id, location, apiVersion, skip, error, clauses, cells } = spec;
      const found = spec.violations
        .slice(0, violationsAtMost)
        .flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);

      return html`<details id="${links.spec(id)}" data-item="${outcomeWords[spec.outcome]}"><summary>${heading(spec)}</summary>
<p class="muted">${cut(location, 200)}${cells.map((cell) => html`, ${links.to(links.cell({ ...cell, apiVersion }), `${cell.operation} ${cell.status}`)}`)}${clauses.map((clause) => html`, ${links.to(links.clause(clause), cut(clause, 200))}`)}</p>
${skip === undefined ? undefined : html`<p>${cut(skip.reason, 300)}${skip.setting === undefined ? undefined : html`; <code>${skip.setting}</code>`}</p>`}${error === undefined ? undefined : html`<p>${cut(error, 500)}</p>`}${found.map(
  (violation) =>
    html`<p>${links.to(links.violation(violation), `${cut(violation.clause, 200)}, ${placeOf(violation)}`)}</p>`,
)}<p class="muted">${exchanges(spec)}</p></details>
`;
    },
    brief: ({ id, title, outcome, apiVersion }) =>
      html`<div id="${links.spec(id)}" data-item="${outcomeWords[outcome]}">${badge(outcome)} ${cut(title, 60)} ${apiVersion}</div>
`,
  };
};

const heading = ({ title, outcome, apiVersion, seconds }: SpecResult): Html =>
  html`${badge(outcome)} ${cut(title, 300)} <span class="muted">${apiVersion} ${inSeconds(seconds)}</span>`;

const badge = (outcome: SpecResult['outcome']): Html =>
  html`<span class="badge ${outcome}">${outcomeWords[outcome]}</span>`;

const exchanges = ({ exchanges: all }: SpecResult): string =>
  [
    ...all
      .slice(0, exchangesAtMost)
      .map(({ operation, status, milliseconds }) => `${operation} ${status} ${Math.round(milliseconds)} ms`),
    ...(all.length > exchangesAtMost ? [`${all.length - exchangesAtMost} more exchanges`] : []),
  ].join(' · ');
