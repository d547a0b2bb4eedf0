import { type Html, html } from '../../render/html.ts';
import { filter, fitting } from '../../render/parts.ts';
import { cut, inSeconds } from '../../text.ts';
import type { ConformanceReport, SpecResult } from '../report.ts';
import type { Links } from './links.ts';
import { outcomeWords, placeOf } from './words.ts';

const listBytes = 800_000;
const exchangesAtMost = 12;

/** Every spec with its outcome, its time, what it saw and sent. */
export const specList = ({ specs }: ConformanceReport, links: Links): Html => {
  const blocks = specs.map((spec) => block(spec, links));
  const shown = fitting(blocks, listBytes);
  const rest = blocks.length - shown.length;

  return html`<section id="specs"><h2>Specs</h2>
${filter('spec-list', 'Filter specs', [...new Set(specs.map(({ outcome }) => outcomeWords[outcome]))])}
<div id="spec-list">${shown}</div>
${rest === 0 ? undefined : html`<p>${rest} more, see conformance.json</p>`}</section>`;
};

/** The slowest, as a table. */
export const timings = ({ specs, run }: ConformanceReport, links: Links): Html => {
  const times = specs
    .flatMap(({ exchanges }) => exchanges.map(({ milliseconds }) => milliseconds))
    .sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const slowest = [...specs].sort((a, b) => b.seconds - a.seconds).slice(0, 5);

  return html`<section id="timings"><h2>Timings</h2>
<p>${inSeconds(run.seconds)} in all; ${times.length} exchanges${times.length === 0 ? '' : `: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, slowest ${at(1)} ms`}</p>
<table><thead><tr><th>slowest specs</th><th>time</th></tr></thead><tbody>${slowest.map(
    (spec) =>
      html`<tr><td><a href="#${links.spec(spec.id)}">${cut(spec.title, 200)}</a></td><td>${inSeconds(spec.seconds)}</td></tr>`,
  )}</tbody></table></section>`;
};

const block = (spec: SpecResult, links: Links): Html => {
  const { id, title, outcome, location, apiVersion, seconds, skip, error, clauses, cells } = spec;
  const word = outcomeWords[outcome];
  const found = spec.violations.slice(0, 20).flatMap((fingerprint) => links.found(fingerprint));

  return html`<div class="spec" id="${links.spec(id)}" data-item="${word}"><span class="badge ${outcome}">${word}</span> ${cut(title, 300)}
<div class="muted">${apiVersion} ${cut(location, 200)}, ${inSeconds(seconds)}${cells.map((cell) => html`, <a href="#${links.cell({ ...cell, apiVersion })}">${cell.operation} ${cell.status}</a>`)}${clauses.map((clause) => html`, <a href="#${links.clause(clause) ?? 'clauses'}">${cut(clause, 200)}</a>`)}</div>
${skip === undefined ? undefined : html`<div>${cut(skip.reason, 300)}${skip.setting === undefined ? undefined : html`; <code>${skip.setting}</code>`}</div>`}
${error === undefined ? undefined : html`<div>${cut(error, 500)}</div>`}
${found.map((violation) => html`<div><a href="#${links.violation(violation)}">${cut(violation.clause, 200)}, ${placeOf(violation)}</a></div>`)}
<div class="muted">${exchanges(spec)}</div></div>`;
};

const exchanges = ({ exchanges: all }: SpecResult): string =>
  [
    ...all
      .slice(0, exchangesAtMost)
      .map(({ operation, status, milliseconds }) => `${operation} ${status} ${Math.round(milliseconds)} ms`),
    ...(all.length > exchangesAtMost ? [`${all.length - exchangesAtMost} more exchanges`] : []),
  ].join(' · ');
