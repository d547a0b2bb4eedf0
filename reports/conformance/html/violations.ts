import type { Exchange } from '../../../client/exchange.ts';
import { type Html, html, nothing } from '../../render/html.ts';
import { boxed, copied, filter, fitting } from '../../render/parts.ts';
import { cut } from '../../text.ts';
import type { ConformanceReport, ViolationResult } from '../report.ts';
import { waiverText } from '../waiver-text.ts';
import { diff } from './diff.ts';
import type { Links } from './links.ts';
import { kindOf, placeOf } from './words.ts';

/** What the blocks in full may take, and what the lines of all others may. */
const fullBytes = 900_000;
const linesBytes = 600_000;

/** Every broken promise, waived one and warning: as many in full as fit, the others in a line each. */
export const violationList = ({ violations }: ConformanceReport, links: Links): Html => {
  if (violations.length === 0) return nothing;
  const full = fitting(
    violations.map((violation) => block(violation, links)),
    fullBytes,
  );
  const lines = violations.slice(full.length).map((violation) => line(violation, links));
  const brief = fitting(lines, linesBytes);
  const rest = lines.length - brief.length;

  return html`<section id="violations"><h2>Violations</h2>
${filter('violation-list', 'Filter violations', [...new Set(violations.map((violation) => kindOf(violation).word))])}
<div id="violation-list">${full}
${brief.length === 0 ? undefined : html`<ul>${brief}</ul>`}</div>
${rest === 0 ? undefined : html`<p>${rest} more, see conformance.json</p>`}</section>`;
};

const block = (violation: ViolationResult, links: Links): Html => {
  const { clause, level, statement, source, waiver, alsoSeen = [], count, tests, apiVersions } = violation;
  const id = links.violation(violation);
  const { word, kind } = kindOf(violation);

  return html`<article class="violation ${kind}-edge" id="${id}" data-item="${word}">
<h3><span class="badge ${kind}">${word}</span> ${placeOf(violation)} <span class="muted">${level}</span></h3>
<p class="statement">${statement}</p>
<p class="muted">${clauseLink(clause, links)}${source === undefined ? undefined : `, ${source}`}; API ${apiVersions.join(', ')}; seen ${count === 1 ? 'once' : `${count} times`}; fingerprint <code>${violation.fingerprint}</code></p>
${diff(violation.expected, violation.seen)}
${alsoSeen.map((seen) => html`<p class="muted">also seen: ${cut(seen, 500)}</p>`)}
${waiver === undefined ? undefined : html`<p>Waived ${waiverText(waiver)}</p>`}
<p class="label">Run this test again</p>${copied(`${id}-rerun`, violation.rerun)}
${violation.curl === undefined ? undefined : html`<p class="label">The request, with a token in $ISC_TOKEN</p>${copied(`${id}-curl`, cut(violation.curl, 4000))}`}
${violation.exchange === undefined ? undefined : exchange(violation.exchange)}
<p class="muted">Specs: ${specLinks(tests, links)}</p>
</article>`;
};

const line = (violation: ViolationResult, links: Links): Html => {
  const { word } = kindOf(violation);

  return html`<li id="${links.violation(violation)}" data-item="${word}">${word} ${cut(violation.clause, 80)} ${placeOf(violation)} <code>${violation.fingerprint}</code></li>`;
};

const clauseLink = (clause: string, links: Links): Html => {
  const target = links.clause(clause);

  return target === undefined ? html`${cut(clause, 300)}` : html`<a href="#${target}">${clause}</a>`;
};

const specLinks = (ids: readonly string[], links: Links): readonly Html[] =>
  ids.slice(0, 20).map((id) => html`<a href="#${links.spec(id)}">${cut(id, 200)}</a> `);

const exchange = ({ request, response, milliseconds, startedAt }: Exchange): Html =>
  html`<details data-print><summary>Exchange: ${request.method} answered ${response.status} in ${Math.round(milliseconds)} ms</summary>
${boxed([`${request.method} ${request.url}`, ...headers(request.headers), ...(request.body === undefined ? [] : ['', request.body])].join('\n'))}
${boxed([String(response.status), ...headers(response.headers), '', response.text].join('\n'))}
<p class="muted">sent ${startedAt}</p></details>`;

const headers = (all: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(all).map(([name, value]) => `${name}: ${cut(value, 300)}`);
