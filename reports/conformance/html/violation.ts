import type { Exchange } from '../../../client/exchange.ts';
import { type Html, html } from '../../render/html.ts';
import { boxed, command, copied } from '../../render/parts.ts';
import type { Blocks } from '../../render/room.ts';
import { counted, cut } from '../../text.ts';
import type { ViolationResult } from '../report.ts';
import { waiverText } from '../waiver-text.ts';
import { diff } from './diff.ts';
import type { Links } from './links.ts';
import { kindOf, placeOf } from './words.ts';

const specsAtMost = 20;

export const violationBlocks = (links: Links): Blocks<ViolationResult> => ({
  full: (violation) => {
    const { clause, level, statement, source, waiver, alsoSeen = [], count, apiVersions } = violation;
    const id = links.violation(violation);
    const { word, kind } = kindOf(violation);

    return html`<article class="violation ${kind}-edge" id="${id}" data-item="${word}">
<h3><span class="badge ${kind}">${word}</span> ${placeOf(violation)} <span class="muted">${level}</span></h3>
<p class="statement">${cut(statement, 500)}</p>
<p class="muted">${links.to(links.clause(clause), cut(clause, 300))}${source === undefined ? undefined : `, ${source}`}; API ${apiVersions.join(', ')}; seen ${count === 1 ? 'once' : `${count} times`}; fingerprint <code>${violation.fingerprint}</code></p>
${diff(violation.expected, violation.seen)}
${alsoSeen.map((seen) => html`<p class="muted">also seen: ${cut(seen, 500)}</p>`)}
${waiver === undefined ? undefined : html`<p>Waived ${waiverText(waiver)}</p>`}
<p class="label">Run this test again</p>${command(`${id}-rerun`, cut(violation.rerun, 600))}
${violation.curl === undefined ? undefined : html`<p class="label">The request, with a token in $ISC_TOKEN</p>${copied(`${id}-curl`, cut(violation.curl, 4000))}`}
${violation.exchange === undefined ? undefined : exchange(violation.exchange)}
<p class="muted">${counted(violation.tests.length, 'spec')}: ${specLinks(violation.tests, links)}</p>
</article>
`;
  },
  brief: (violation) => {
    const { word } = kindOf(violation);

    return html`<div id="${links.violation(violation)}" data-item="${word}">${word} ${cut(violation.clause, 80)} ${placeOf(violation)} <code>${violation.fingerprint}</code></div>
`;
  },
});

const specLinks = (ids: readonly string[], links: Links): readonly Html[] => [
  ...ids.slice(0, specsAtMost).map((id) => html`${links.to(links.spec(id), cut(id, 200))} `),
  ...(ids.length > specsAtMost ? [html`and ${ids.length - specsAtMost} more`] : []),
];

const exchange = ({ request, response, milliseconds, startedAt }: Exchange): Html =>
  html`<details data-print><summary>Exchange: ${request.method} answered ${response.status} in ${Math.round(milliseconds)} ms</summary>
${boxed([`${request.method} ${request.url}`, ...headers(request.headers), ...(request.body === undefined ? [] : ['', request.body])].join('\n'))}
${boxed([String(response.status), ...headers(response.headers), '', response.text].join('\n'))}
<p class="muted">sent ${startedAt}</p></details>`;

const headers = (all: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(all).map(([name, value]) => `${name}: ${cut(value, 300)}`);
