import { type Html, html } from '../../render/html.ts';
import { filter } from '../../render/parts.ts';

export type FoldedList = Readonly<{
  /** Place of the list in the page; its items stand in `ID-list`. */
  id: string;
  title: string;
  /** Of the field that filters it. */
  label: string;
  /** What is in it, in a few words: `1 broken, 505 kept`. */
  about: string;
  outcomes: readonly string[];
  items: readonly Html[];
  /** How many have no place in the page. */
  left: number;
}>;

/** A list that is too long to lie open: whoever follows a link into it, or opens it, can filter it. */
export const foldedList = ({ id, title, label, about, outcomes, items, left }: FoldedList): Html =>
  html`<details class="list" id="${id}"><summary><h2>${title}</h2> <span class="muted">${about}</span></summary>
${filter(`${id}-list`, label, outcomes)}
<div id="${id}-list">${items}</div>
${left === 0 ? undefined : html`<p>${left} more, see conformance.json</p>`}</details>`;
