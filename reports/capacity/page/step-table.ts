import { type Html, html, verbatim } from '../../render/html.ts';
import type { Estimate, JudgedStep } from '../steps/step.ts';
import { generatorText, quantileText, rateText } from '../words.ts';

type Column = Readonly<{
  head: string;
  of: (step: JudgedStep) => string | Html;
  /** A number unless told otherwise. */
  kind?: 'number' | 'word' | 'text';
}>;

/** Every step with what it was judged to be, its certificate, and the audit of its records. */
export const stepTable = (steps: readonly JudgedStep[]): Html =>
  html`<div class="scroll steps"><table><thead><tr>${columns.map(
    (column) => html`<th${classOf(column)}>${column.head}</th>`,
  )}</tr></thead>
<tbody>${steps.map(
    (step) => html`<tr>${columns.map((column) => html`<td${classOf(column)}>${column.of(step)}</td>`)}</tr>
`,
  )}</tbody></table></div>`;

const columns: readonly Column[] = [
  { head: 'target/s', of: ({ targetRate }) => rateText(targetRate) },
  { head: 'judged', of: ({ outcome }) => outcomeBadge(outcome), kind: 'word' },
  { head: 'achieved/s (95 %)', of: ({ achievedRate }) => rateEstimate(achievedRate) },
  { head: 'samples', of: ({ samples }) => String(samples) },
  { head: 'p95 s (95 %)', of: ({ p95 }) => quantileText(p95) },
  { head: 'p99 s (95 %)', of: ({ p99 }) => quantileText(p99) },
  { head: 'missed', of: ({ missed }) => `${(missed.share * 100).toFixed(2)} %` },
  { head: 'backlog/s', of: ({ backlog }) => signed(backlog.perSecond) },
  { head: 'under way', of: ({ little }) => littleText(little) },
  { head: 'why, and certificate of the generator', of: (step) => whyText(step), kind: 'text' },
];

const classOf = ({ kind = 'number' }: Column): Html => verbatim(` class="${kind}"`);

const rateEstimate = ({ value, low, high }: Estimate): string =>
  `${rateText(value)} (${rateText(low)}-${rateText(high)})`;

const signed = (perSecond: number): string => `${perSecond < 0 ? '' : '+'}${perSecond.toFixed(1)}`;

/** Little's law: what was under way on average is the rate times the time. */
const littleText = ({ underWay, expected, holds }: JudgedStep['little']): string =>
  `${underWay.toFixed(1)} ${holds ? '=' : '\u2260'} ${expected.toFixed(1)}`;

const outcomeBadge = (outcome: JudgedStep['outcome']): Html =>
  html`<span class="badge ${badges[outcome]}">${outcome.replaceAll('-', ' ')}</span>`;

const badges = {
  kept: 'passed',
  broken: 'failed',
  'over-capacity': 'failed',
  'not-judged': 'skipped',
} as const satisfies Record<JudgedStep['outcome'], string>;

const whyText = (step: JudgedStep): string =>
  [
    ...step.reasons,
    step.certificate === undefined
      ? 'no certificate'
      : `certificate ${step.certificate.valid ? 'valid' : 'not valid'}: ${generatorText(step)}`,
  ].join('; ');
