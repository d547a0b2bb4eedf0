import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToLimit } from '../early-end/run-to-limit.ts';
import { firstWords, type K6Ended } from '../k6/run-k6.ts';
import { programFolder } from '../place.ts';
import type { RunParts } from '../run-parts.ts';
import type { Database } from '../samples/database.ts';
import { type LegFiles, loadLeg } from '../samples/load-leg.ts';
import { thresholdsOf } from '../slo/thresholds.ts';
import type { DispatchPlan, EventTarget, RatedStep } from '../support/dispatch-plan.ts';
import { serveTokens } from '../target/serve-tokens.ts';
import { startSubscriberProcess } from '../target/subscriber-process.ts';
import { drain } from './drain.ts';
import type { ModeTarget } from './legs.ts';
import { addressed, answersOf, provision, unprovision } from './provision.ts';
import { secondsOf } from './steps.ts';
import type { Users } from './users.ts';
import { watchStatuses } from './watch-statuses.ts';

export type Leg = Readonly<{
  leg: number;
  targets: readonly ModeTarget[];
  steps: readonly RatedStep[];
  users: Users;
  fanOut: number;
  /** Whether statuses are looked at. */
  visible: boolean;
}>;

export type LegEnded = Readonly<{
  k6: K6Ended;
  /** The first line that k6 said, where it said any. */
  words: string | undefined;
  /** Why it ended before its time. */
  stopped: string | undefined;
  /** What was measured of the steps; why it is not all of them, where the target was past its limit. */
  steps: readonly RatedStep[];
  early?: string;
}>;

/** Time that k6 gets beyond its workload, in ms: to start, and to end. */
const slackMs = 60_000;

/** One part of a run of `dispatch-latency`: subscribes, lets k6 start events, waits for their ends, cleans up. */
export const runLeg = async (
  { leg, targets, steps, users, fanOut, visible }: Leg,
  parts: RunParts,
  database: Database,
): Promise<LegEnded> => {
  const { target, signals, slo } = parts;
  const folder = join(parts.folder, `dispatch-latency-${leg}`);
  mkdirSync(folder, { recursive: true });
  const mark = `${parts.runId}-${leg}`;
  const told = addressed(targets, fanOut);
  await using subscriber = await startSubscriberProcess({
    folder,
    answers: answersOf(told),
    event: '/event',
    port: parts.subscriber.port ?? 0,
    signals,
  });
  await using tokens = await serveTokens(target.client, target.credentials);
  let subscribed: readonly EventTarget[] = [];
  try {
    subscribed = await provision(told, parts.subscriber.url ?? subscriber.url, target);
    const plan: DispatchPlan = {
      mark,
      baseUrl: target.baseUrl,
      version: target.version,
      userAgent: target.userAgent,
      steps,
      targets: subscribed,
      users,
      timeoutMs: slo.deadline.limitMs,
      thresholds: thresholdsOf(slo, 'accepted'),
    };
    const planFile = join(folder, 'plan.json');
    writeFileSync(planFile, JSON.stringify(plan));
    const statuses = join(folder, 'statuses.csv');
    const watch = visible
      ? watchStatuses({ file: statuses, mark, everyMs: parts.statusPauseMs, target })
      : undefined;
    const stop = AbortSignal.any([subscriber.gone, ...(target.gone ? [target.gone] : [])]);
    const ran = await runToLimit({
      steps,
      workload: parts.workload,
      slo,
      phase: 'accepted',
      run: {
        k6: parts.k6,
        script: join(programFolder(), 'load/scenarios/dispatch-latency.ts'),
        folder,
        env: { ISC_LOAD_PLAN: planFile, ...tokens.env },
        progress: {
          tell: parts.tell,
          what: `dispatch-latency, ${targets.map(({ mode }) => mode).join(' ')}`,
          seconds: secondsOf(steps),
        },
        deadlineMs: secondsOf(steps) * 1000 + slo.deadline.limitMs + slackMs,
        signals,
        stop,
      },
    });
    const { k6 } = ran;
    const files: LegFiles = {
      leg,
      mark,
      steps: ran.steps,
      targets: subscribed,
      rows: k6.rows,
      metrics: k6.metrics,
      journal: subscriber.journal,
      statuses,
    };
    const load = () => loadLeg(database, files);
    await drain({ database, leg, load, visible, limitMs: slo.deadline.limitMs, stop, signals });
    await watch?.close();
    await load();

    return {
      k6,
      words: firstWords(k6),
      stopped: stop.aborted ? reasonOf(stop.reason) : undefined,
      steps: ran.steps,
      ...(ran.early !== undefined && { early: ran.early }),
    };
  } finally {
    await unprovision(subscribed, target).catch(() => undefined);
  }
};

const reasonOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
