import { cut } from '../text.ts';
import { type Html, html, nothing } from './html.ts';

const longest = 4000;

/** A text to copy, in a box of its own. `id` is its place in the page. */
export const copied = (id: string, text: string): Html => box(id, [html`${text}`]);

/** A command to copy: a line ends between its words, and not behind the dashes of an option. */
export const command = (id: string, text: string): Html =>
  box(
    id,
    text.split(/(\s+)/).map((word) => (/^\s*$/.test(word) ? html`${word}` : html`<span>${word}</span>`)),
  );

/** A text of a tenant, at most its first 4,000 characters. */
export const boxed = (text: string): Html => html`<pre>${cut(text, longest)}</pre>`;

/** The field that filters the `data-item`s of the list with that id, by words and by outcome. */
export const filter = (list: string, label: string, outcomes: readonly string[] = []): Html =>
  html`<form class="filter" data-filter="${list}" hidden>
<input type="search" aria-label="${label}" placeholder="${label}">${
    outcomes.length < 2
      ? undefined
      : html`<select aria-label="Outcome in ${list}"><option value="">every outcome</option>${outcomes.map(
          (outcome) => html`<option>${outcome}</option>`,
        )}</select>`
  }<output class="muted" aria-live="polite"></output></form>`;

/** As many of the first blocks as fit into so many bytes. */
export const fitting = (blocks: readonly Html[], bytes: number): readonly Html[] => {
  let free = bytes;
  const end = blocks.findIndex(({ markup }) => {
    free -= Buffer.byteLength(markup) + 1;
    return free < 0;
  });

  return end === -1 ? blocks : blocks.slice(0, end);
};

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): Html =>
  html`<div class="scroll"><table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;

/** A list of sentences; nothing where there are none. */
export const list = (items: readonly string[], kind = ''): Html =>
  items.length === 0
    ? nothing
    : html`<ul class="${kind}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const box = (id: string, text: readonly Html[]): Html =>
  html`<div class="copied"><pre id="${id}">${text}</pre><button type="button" data-copy="${id}" hidden>Copy</button></div>`;

/** Facts with their names, one below the other. */
export const definitions = (facts: readonly (readonly [string, string])[]): Html =>
  html`<dl>${facts.map(
    ([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>
`,
  )}</dl>`;
