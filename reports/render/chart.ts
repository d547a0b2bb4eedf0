import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, html, verbatim } from './html.ts';

/** A drawing as SVG, and what it shows in a sentence. */
export type Chart = Readonly<{ title: string; svg: string }>;

/** Draws in the colours of the page, so that it goes with light and dark. */
export const draw = (options: Plot.PlotOptions): string => {
  const { document } = parseHTML('<html><body></body></html>');

  // Plot names groups of marks, which have no role that may bear a name; the caption names the drawing.
  return Plot.plot({ ...options, document })
    .outerHTML.replace('--plot-background: white', '--plot-background: transparent')
    .replaceAll(/(<g\b[^>]*?) aria-label="[^"]*"/g, '$1');
};

export const figures = (charts: readonly Chart[]): readonly Html[] =>
  charts.map(
    ({ title, svg }) => html`<figure><figcaption>${title}</figcaption>${verbatim(svg)}</figure>
`,
  );
