import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToLimit } from '../early-end/run-to-limit.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import { loadPart } from '../parts/load-part.ts';
import { type PartOf, writeEnd, writePart } from '../parts/part.ts';
import { programFolder } from '../place.ts';
import type { RunParts } from '../run-parts.ts';
import type { Database } from '../samples/database.ts';
import type { EventTarget, RatedStep } from '../support/dispatch-plan.ts';
import { serveTokens } from '../target/serve-tokens.ts';
import { startSubscriberProcess } from '../target/subscriber-process.ts';
import { dispatchPlan } from './dispatch-plan.ts';
import { drain } from './drain.ts';
import type { LoadMode, ModeTarget } from './legs.ts';
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
  /** Modes that the whole run leaves out. */
  left: readonly LoadMode[];
}>;

export type LegEnded = Readonly<{ part: PartOf<'dispatch-latency'>; end: PartEnd }>;

/** Time that k6 gets beyond its workload, in ms: to start, and to end. */
const slackMs = 60_000;

/** One part of a run of `dispatch-latency`: subscribes, lets k6 start events, waits for their ends, cleans up. */
export const runLeg = async (
  { leg, targets, steps, users, fanOut, visible, left }: Leg,
  parts: RunParts,
  database: Database,
): Promise<LegEnded> => {
  const { target, signals, slo, segments, head } = parts;
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
    const planned: PartOf<'dispatch-latency'> = {
      schemaVersion: 1,
      slo,
      scenario: 'dispatch-latency',
      part: leg,
      mark,
      steps,
      users,
      segments,
      targets: subscribed,
      fanOut,
      visible,
      left,
    };
    writePart(folder, planned, head);
    const planFile = join(folder, 'plan.json');
    writeFileSync(planFile, JSON.stringify(dispatchPlan(planned, target)));
    const watch = visible
      ? watchStatuses({
          file: join(folder, 'statuses.csv'),
          mark,
          everyMs: parts.statusPauseMs,
          target,
        })
      : undefined;
    const stop = AbortSignal.any([subscriber.gone, ...(target.gone ? [target.gone] : [])]);
    const { runners, ...measured } = await runToLimit({
      steps,
      workload: parts.workload,
      slo,
      phase: 'accepted',
      run: {
        k6: parts.k6,
        script: join(programFolder(), 'load/scenarios/dispatch-latency.ts'),
        folder,
        segments,
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
    const part = { ...planned, ...measured };
    if (measured.early !== undefined) writePart(folder, part, head);
    const load = () => loadPart(database, folder, part);
    await drain({ database, leg, load, visible, limitMs: slo.deadline.limitMs, stop, signals });
    await watch?.close();
    await load();
    const end: PartEnd = { runners, stopped: stop.aborted ? reasonOf(stop.reason) : undefined };
    writeEnd(folder, end);

    return { part, end };
  } finally {
    await unprovision(subscribed, target).catch(() => undefined);
  }
};

const reasonOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
