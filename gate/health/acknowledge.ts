import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { subjectText } from '../../reports/health/told.ts';
import { keepAcknowledgement } from '../../reports/history/acknowledgements/acknowledgements.ts';
import type { KeptFinding } from '../../reports/history/night.ts';
import { standing } from '../../reports/history/states.ts';
import { readHistory } from '../../reports/history/store/read-history.ts';
import { isDay } from '../day.ts';
import { UsageError } from '../gate-options.ts';

export type AcknowledgeOptions = Readonly<{
  fingerprint: string;
  /** `2026-06-30`. */
  until: string;
  /** Folder of the history, of all tenants. */
  history: string;
}>;

type Around = Readonly<{ now: Date; print: (text: string) => void }>;

type Found = Readonly<{ tenant: string; finding: KeptFinding }>;

/**
 * Keeps that somebody answers for a finding until the end of a day, UTC. Gives the exit code. Throws UsageError for a
 * day that is none or over, and for a fingerprint of no finding that stands.
 */
export const acknowledge = async (
  { fingerprint, until, history }: AcknowledgeOptions,
  { now, print }: Around,
): Promise<number> => {
  const said = now.toISOString();
  if (!isDay(until))
    throw new UsageError(`--until ${until} is no day: write it as --until ${said.slice(0, 8)}30.`);
  if (until < said.slice(0, 10))
    throw new UsageError(`--until ${until} is over: name today, ${said.slice(0, 10)}, or a later day.`);

  const found = await standingIn(history, now);
  const meant = found.filter(({ finding }) => finding.fingerprint === fingerprint.toLowerCase());
  if (meant.length === 0) throw new UsageError(unknownText(fingerprint, history, found));
  for (const { tenant, finding } of meant) {
    keepAcknowledgement(join(history, tenant), { fingerprint: finding.fingerprint, until, said });
    print(
      `${finding.id}  ${subjectText(finding.subject)} of ${tenant} is acknowledged until the end of ${until} (UTC): ` +
        'it is shown, fails no night and notifies nobody.\n',
    );
  }

  return 0;
};

/** What stood after the last night, of every tenant of the history. */
const standingIn = async (history: string, now: Date): Promise<readonly Found[]> => {
  const tenants = existsSync(history)
    ? readdirSync(history, { withFileTypes: true }).filter((each) => each.isDirectory())
    : [];
  const found = await Promise.all(
    tenants.map(async ({ name }) => {
      const past = await readHistory(join(history, name), { before: now.getTime(), days: 0 });
      return [...standing(past).values()].map((finding) => ({ tenant: name, finding }));
    }),
  );

  return found.flat();
};

const mostShown = 20;

const unknownText = (fingerprint: string, history: string, found: readonly Found[]): string => {
  if (found.length === 0)
    return `No finding stands in the history in ${history}: run npx isc-triggers health first, or name its folder with --history.`;
  const shown = found.slice(0, mostShown).map(({ tenant, finding }) => {
    return `  ${finding.fingerprint}  ${finding.id}  ${subjectText(finding.subject)} of ${tenant}`;
  });
  const more = found.length > mostShown ? [`  and ${found.length - mostShown} more, see health.json`] : [];

  return [`No finding ${fingerprint} stands in the history in ${history}. These do:`, ...shown, ...more].join(
    '\n',
  );
};
