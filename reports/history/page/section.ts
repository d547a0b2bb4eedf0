import type { HealthReport } from '../../health/health-report.ts';
import { subjectText } from '../../health/told.ts';
import { figures } from '../../render/chart.ts';
import { type Html, html, nothing } from '../../render/html.ts';
import { table } from '../../render/parts.ts';
import { counted } from '../../text.ts';
import { type CalendarDay, withTonight } from '../calendar.ts';
import type { Drift } from '../drift/drift.ts';
import type { Trend } from '../trends/trends-of.ts';
import { trendCharts } from './trend-charts.ts';

type Told = Pick<
  HealthReport,
  'night' | 'verdict' | 'findings' | 'trends' | 'drift' | 'calendar' | 'unreadable' | 'historyFault'
>;

/** As many series are drawn, those that changed before the others; all are in health.json. */
const mostCharts = 24;
const mostDrift = 200;

/** What earlier nights say: the calendar, what differs from last night, and the trends. */
export const historySection = (report: Told): Html => html`${calendar(report)}
${driftTable(report.drift)}
${trends(report)}`;

const calendar = (report: Told): Html => {
  if (report.historyFault !== undefined)
    return html`<section id="history"><h2>Nights</h2><p>Earlier nights could not be read: what is new, since when, and what changed is not known.</p></section>`;

  return report.night === 1
    ? html`<section id="history"><h2>Nights</h2><p>This is the first night: there is nothing to compare with yet. Trends need seven nights.</p></section>`
    : html`<section id="history"><h2>Nights</h2>
<ol class="calendar">${withTonight(report.calendar, report).map(dayOf)}</ol>
<p class="muted">Night ${report.night}. Each day: what its last run said, and how many errors and warnings stood.</p>
${report.unreadable.map((file) => html`<p><b>Left out</b> ${file} cannot be read.</p>`)}</section>`;
};

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

const dayOf = ({ day, verdict, errors, warnings }: CalendarDay, place: number): Html => {
  const said =
    verdict === 'none'
      ? 'nothing ran'
      : `${verdict}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;

  const month = place === 0 || day.endsWith('-01') ? monthName.format(new Date(day)) : '';

  return html`<li class="${verdict === 'none' ? 'skipped' : verdict}" title="${day}: ${said}"><span>${day.slice(8)} ${month}</span><small>${verdict === 'none' ? '-' : `${errors}/${warnings}`}</small></li>`;
};

const driftTable = (drift: readonly Drift[]): Html =>
  drift.length === 0
    ? nothing
    : html`<section id="drift"><h2>Drift</h2>
${table(
  ['differs from', '', 'what', 'where', 'was', 'is', ''],
  drift
    .slice(0, mostDrift)
    .map(({ against, change, subject, place, before, after, breaking }) => [
      against,
      change,
      subjectText(subject),
      place ?? '',
      before ?? '',
      after ?? '',
      breaking ? 'breaking' : '',
    ]),
)}
${drift.length > mostDrift ? html`<p>${drift.length - mostDrift} more, see health.json</p>` : nothing}</section>`;

const trends = ({ trends: all, night }: Told): Html => {
  if (all.length === 0)
    return night === 1
      ? nothing
      : html`<section id="trends"><h2>Trends</h2><p>Too little was measured to show any.</p></section>`;
  const shown = byWeight(all).slice(0, mostCharts);

  return html`<section id="trends"><h2>Trends</h2>
<p class="muted">Each night of the month; grey: what nine nights in ten of the month lay between, dashed its middle; orange: the middle of the week. The large dot is tonight, red where it is worse than chance explains.</p>
<div class="multiples">${figures(trendCharts(shown))}</div>
${all.length > shown.length ? html`<p>${all.length - shown.length} more series, see health.json</p>` : nothing}</section>`;
};

/** Those that changed, then those that are made of most. */
const byWeight = (all: readonly Trend[]): readonly Trend[] =>
  all.toSorted(
    (one, other) =>
      Number(other.change !== null) - Number(one.change !== null) || other.samples - one.samples,
  );

/** What only these parts of a page need. */
export const historyStyles = `
.calendar{display:grid;grid-template-columns:repeat(10,minmax(2.6rem,4.5rem));gap:.3rem;list-style:none;padding:0;margin:.4rem 0}
.calendar li{border-radius:4px;padding:.15rem .4rem;display:flex;flex-direction:column;line-height:1.3}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:0 1rem}
.multiples figure{margin:.5rem 0}.multiples figcaption{font-size:12.5px;font-weight:400}
#drift td:nth-child(2){white-space:nowrap;overflow-wrap:normal}
@media (max-width:40rem){.calendar{grid-template-columns:repeat(6,1fr)}}
`;
