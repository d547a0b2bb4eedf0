import type { Chart } from './chart.ts';
import { type Html, html, nothing, verbatim } from './html.ts';

/** A chart, and how its marks are to be read. */
export type ReadChart = Chart & Readonly<{ key: string }>;

/** Charts beside each other where there is room. */
export const chartGrid = (charts: readonly ReadChart[]): Html =>
  charts.length === 0
    ? nothing
    : html`<div class="charts">${charts.map(
        ({ title, key, svg }) =>
          html`<figure><figcaption>${title}<small>${key}</small></figcaption>${verbatim(svg)}</figure>
`,
      )}</div>`;
