import { type Html, html, nothing } from '../../render/html.ts';
import { table } from '../../render/parts.ts';
import type { ScenarioReport, SloLine } from '../load-report.ts';
import { type PhaseSummary, phases } from '../phases.ts';
import { amount } from '../verdict.ts';

const shown = ['p50', 'p95', 'p99'] as const;

/** Latencies of each phase, no quantile without its interval. */
export const phaseTable = (scenario: ScenarioReport): Html => {
  const rows = phases.flatMap((phase) => {
    const summary = scenario.phases[phase];
    if (!summary || summary.count === 0) return [];

    return [
      [
        phase,
        String(summary.count),
        ...shown.map((name) => quantileText(summary, name)),
        msText(summary.max),
      ],
    ];
  });

  return rows.length === 0
    ? nothing
    : html`<h2>Latency from the intended start, ms</h2>
<div class="numbers">${table(['phase', 'samples', ...shown.map((name) => `${name} (95 %)`), 'max'], rows)}</div>`;
};

const quantileText = (summary: PhaseSummary, name: (typeof shown)[number]): string => {
  const value = summary[name];
  const interval = summary.intervals[name];
  if (value === null) return `too few samples (${summary.count})`;
  const range =
    interval === null
      ? 'no interval'
      : interval.high === null
        ? `${msText(interval.low)} or more`
        : `${msText(interval.low)}-${msText(interval.high)}`;

  return `${msText(value)} (${range})`;
};

const msText = (ms: number | null): string => (ms === null ? '' : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));

/** What the run is judged by, and what was seen of it. */
export const sloTable = ({ slo }: ScenarioReport): Html =>
  slo.length === 0
    ? nothing
    : html`<h2>Limits</h2>
<div class="scroll"><table><thead><tr><th>limit</th><th class="number">allowed</th><th class="number">seen</th><th>judged</th></tr></thead>
<tbody>${slo.map(sloRow)}</tbody></table></div>`;

const sloRow = ({ measure, limit, unit, seen, ok, note }: SloLine): Html =>
  html`<tr><td class="word">${measure}</td><td class="number">${atLeast.includes(measure) ? 'at least' : 'at most'} ${amount(limit, unit)}</td><td class="number">${[
    ...(seen === null ? [] : [amount(seen, unit)]),
    ...(note === undefined ? [] : [`(${note})`]),
  ].join(
    ' ',
  )}</td><td class="word"><span class="badge ${ok ? 'passed' : 'failed'}">${ok ? 'kept' : 'BROKEN'}</span></td></tr>
`;

/** Measures that are to be reached. */
const atLeast: readonly string[] = ['rate carried', 'burst'];
