import { historyLines } from '../history/told.ts';
import { code, more, prefixWithin } from '../render/markdown.ts';
import { counted } from '../text.ts';
import type { DatedFinding, HealthReport } from './health-report.ts';
import {
  apiText,
  nextText,
  nightText,
  readText,
  sinceText,
  subjectText,
  type Told,
  togetherText,
  toldTogether,
  verdictText,
} from './told.ts';

/** `health.md`, of at most `bytes` bytes: the verdict and what it stands on always, then as many findings as fit. */
export const renderHealthMarkdown = (report: HealthReport, bytes: number): string => {
  const head = heading(report);
  const told = toldTogether(report.findings);
  const blocks = told.map((alike) =>
    alike.length === 1 ? findingBlock(alike[0], report) : togetherBlock(alike, report),
  );
  const foot = `Next: ${code(nextText(report))}`;
  const shown = prefixWithin(
    blocks,
    bytes - Buffer.byteLength(`${head}\n\n${foot}\n\n${more(report.findings.length)}\n`),
  );
  const rest = told.slice(shown.length).flat().length;

  return `${[head, ...shown, ...(rest > 0 ? [more(rest)] : []), foot].join('\n\n')}\n`;
};

const heading = (report: HealthReport): string => {
  const { verdict, target, run, reasons, exitCode } = report;

  return [
    `## ${verdict}: ${verdictText(report)}`,
    ...reasons.map((reason) => `Not judged: ${code(reason)}`),
    `${target.kind} ${code(target.host)}, API ${target.apiVersions.join(', ')}, ${nightText(report)}, ${run.started.slice(0, 16).replace('T', ' ')} UTC, exit code ${exitCode}, run ${run.id}.`,
    `Read: ${readText(report)}. API: ${apiText(report)}.`,
    ...historyLines(report).map(([name, text]) => `${name}: ${code(text)}`),
    ...(verdict !== 'INCOMPLETE' && report.findings.length === 0
      ? [`Nothing was found in ${counted(report.read.subscriptions, 'subscription')}.`]
      : []),
  ].join('\n\n');
};

const togetherBlock = (alike: Told, report: HealthReport): string => {
  const [{ severity, state, id, what, impact, advice }] = alike;

  return [
    `### ${state === 'resolved' ? 'RESOLVED' : severity.toUpperCase()} ${id}`,
    [
      `- whom: ${code(togetherText(alike, report))}`,
      `- what, of the first: ${code(what)}`,
      `- impact: ${impact}`,
      ...(state === 'resolved' ? [] : [`- advice: ${code(advice)}`]),
    ].join('\n'),
  ].join('\n\n');
};

const findingBlock = (finding: DatedFinding, report: HealthReport): string => {
  const { severity, state, id, subject, what, impact, advice, fingerprint } = finding;

  return [
    `### ${state === 'resolved' ? 'RESOLVED' : severity.toUpperCase()} ${id}: ${code(subjectText(subject))}`,
    [
      `- what: ${code(what)}`,
      `- impact: ${impact}`,
      `- since: ${sinceText(finding, report)}`,
      ...(state === 'resolved' ? [] : [`- advice: ${code(advice)}`]),
      `- fingerprint: ${fingerprint}`,
    ].join('\n'),
  ].join('\n\n');
};
