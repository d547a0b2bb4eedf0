import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../client/tokens.ts';
import { certify } from '../reports/load/certificate.ts';
import type { Certificate } from '../reports/load/load-report.ts';
import type { LoadSlo } from '../reports/load/slo.ts';
import { firstWords, type K6Ended, runK6 } from './k6/run-k6.ts';
import { programFolder } from './place.ts';
import type { RunParts } from './run-parts.ts';
import type { LoadTarget } from './target/open-target.ts';
import { serveTokens } from './target/serve-tokens.ts';

type Script = Readonly<{
  name: string;
  plan: unknown;
  seconds: number;
  env?: Readonly<Record<string, string>>;
  /** Where it differs from that of the run. */
  target?: LoadTarget;
  credentials?: Credentials;
}>;

export type ScriptEnded = Readonly<{
  k6: K6Ended;
  words: string | undefined;
  /** The lines that the scenario wrote, as values. */
  rows: readonly (readonly string[])[];
}>;

/** Runs a scenario whose users wait for each answer before they go on, and reads what it wrote. */
export const runScript = async (
  { name, plan, seconds, env = {}, target, credentials }: Script,
  parts: RunParts,
): Promise<ScriptEnded> => {
  const { client, gone, credentials: usual } = target ?? parts.target;
  const folder = join(parts.folder, name);
  mkdirSync(folder, { recursive: true });
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  await using tokens = await serveTokens(client, credentials ?? usual);
  const k6 = await runK6({
    k6: parts.k6,
    script: join(programFolder(), `load/scenarios/${name}.ts`),
    folder,
    name: 'runner-1',
    env: { ISC_LOAD_PLAN: planFile, ...tokens.env, ...env },
    deadlineMs: (seconds + 90) * 1000,
    signals: parts.signals,
    ...(gone && { stop: gone }),
  });

  return { k6, words: firstWords(k6), rows: rowsOf(k6) };
};

const rowsOf = ({ rows }: K6Ended): readonly (readonly string[])[] =>
  existsSync(rows)
    ? readFileSync(rows, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(','))
    : [];

/** The certificate of a closed model: it has no rate to keep, but must have run, to its end, with time to spare. */
export const certifyScript = (
  { k6: { code, cut, cpuShare }, words, rows }: ScriptEnded,
  limits: LoadSlo['certificate'],
): Certificate =>
  certify(
    {
      intended: 0,
      unmade: 0,
      lateDrops: 0,
      waitingDrops: 0,
      users: { most: 1, enough: 1 },
      latenessP99Ms: undefined,
      cpuShare,
      idleRunners: [],
      emptyMeasures: rows.length === 0 ? ['any request'] : [],
      faults: [
        ...(cut === 'deadline' ? ['k6 did not end in its time and was ended'] : []),
        ...(cut === undefined && code !== 0 ? [`k6 ended with ${code ?? 'a signal'}`] : []),
        ...((code !== 0 || rows.length === 0) && words !== undefined ? [`k6 said: ${words}`] : []),
      ],
    },
    limits,
  );
