import { type Html, html } from '../../render/html.ts';
import { counted, cut, inSeconds } from '../../text.ts';
import type { ConformanceReport } from '../report.ts';
import type { Links } from './links.ts';

const slowestShown = 5;

/** How long exchanges took, and the slowest specs. */
export const timings = ({ specs, run }: ConformanceReport, links: Links): Html => {
  const times = specs
    .flatMap(({ exchanges }) => exchanges.map(({ milliseconds }) => milliseconds))
    .sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const slowest = [...specs].sort((a, b) => b.seconds - a.seconds).slice(0, slowestShown);

  return html`<section id="timings"><h2>Timings</h2>
<p>${inSeconds(run.seconds)} in all; ${counted(times.length, 'exchange')}${times.length === 0 ? '' : `: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, slowest ${at(1)} ms`}</p>
<table><thead><tr><th>slowest specs</th><th>time</th></tr></thead><tbody>${slowest.map(
    ({ id, title, apiVersion, seconds }) =>
      html`<tr><td>${links.to(links.spec(id), cut(title, 200))} <span class="muted">${apiVersion}</span></td><td>${inSeconds(seconds)}</td></tr>`,
  )}</tbody></table></section>`;
};
