import { type Html, html } from '../../render/html.ts';

/** Facts with their names, in a list. */
export const definitions = (facts: readonly (readonly [string, string])[]): Html =>
  html`<dl>${facts.map(
    ([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>
`,
  )}</dl>`;
