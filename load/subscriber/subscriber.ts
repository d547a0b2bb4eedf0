import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { drain } from '../dispatch/drain.ts';
import type { LoadMode } from '../dispatch/legs.ts';
import { ratedSteps, secondsOf } from '../dispatch/steps.ts';
import { usersFor } from '../dispatch/users.ts';
import { runToLimit } from '../early-end/run-to-limit.ts';
import type { PartEnd } from '../k6/runner-end.ts';
import { loadPart } from '../parts/load-part.ts';
import { type PartOf, writeEnd, writePart } from '../parts/part.ts';
import { reportParts } from '../parts/report-parts.ts';
import { programFolder } from '../place.ts';
import type { BaseParts } from '../run-parts.ts';
import { openDatabase } from '../samples/database.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import type { KeepSamples } from '../samples/keep-samples.ts';
import { startSubscriberProcess } from '../target/subscriber-process.ts';
import { subscriberPlan } from './subscriber-plan.ts';

export type SubscriberOptions = Readonly<{
  url: URL;
  triggerId: string;
  mode: LoadMode;
  /** In place of the trigger's sample. */
  inputs?: readonly Readonly<Record<string, unknown>>[];
  /** The header that the subscriber is shown. */
  authorization: string | undefined;
  /** Looks at the samples before they go. */
  keep?: KeepSamples;
}>;

const slackMs = 60_000;

/** Plays the tenant against a subscriber: dispatches events at a rate, receives completions, judges answers. */
export const playTenant = async (
  { url, triggerId, mode, inputs, authorization, keep }: SubscriberOptions,
  parts: BaseParts,
): Promise<ScenarioReport> => {
  const { slo, signals, runId, workload, rate, segments, head } = parts;
  const limitMs = slo.deadline.limitMs;
  const steps = ratedSteps(workload.steps, rate, 1);
  const users = usersFor(steps, limitMs);
  const folder = join(parts.folder, 'subscriber');
  mkdirSync(folder, { recursive: true });
  await using receiver = await startSubscriberProcess({
    folder,
    answers: { otherwise: { status: 204 } },
    event: '/secret',
    port: parts.subscriber.port ?? 0,
    signals,
  });
  const planned: PartOf<'subscriber'> = {
    schemaVersion: 1,
    slo,
    scenario: 'subscriber',
    part: 0,
    mark: `${runId}-0`,
    steps,
    users,
    segments,
    mode,
    triggerId,
    secret: randomUUID(),
  };
  writePart(folder, planned, head);
  const planFile = join(folder, 'plan.json');
  writeFileSync(
    planFile,
    JSON.stringify(
      subscriberPlan(planned, { url, inputs, receiver: parts.subscriber.url ?? receiver.url, runId }),
    ),
  );
  const { runners, ...measured } = await runToLimit({
    steps,
    workload,
    slo,
    phase: 'answered',
    run: {
      k6: parts.k6,
      script: join(programFolder(), 'load/scenarios/subscriber.ts'),
      folder,
      segments,
      env: {
        ISC_LOAD_PLAN: planFile,
        ...(authorization !== undefined && { ISC_LOAD_AUTHORIZATION: authorization }),
      },
      progress: { tell: parts.tell, what: 'subscriber', seconds: secondsOf(steps) },
      deadlineMs: secondsOf(steps) * 1000 + limitMs + slackMs,
      signals,
      stop: receiver.gone,
    },
  });
  const part = { ...planned, ...measured };
  if (measured.early !== undefined) writePart(folder, part, head);
  using database = await openDatabase(folder);
  await database.run(dispatchTables);
  const load = () => loadPart(database, folder, part);
  await drain({ database, load, leg: 0, visible: false, limitMs, stop: receiver.gone, signals });
  await load();
  const end: PartEnd = {
    runners,
    stopped: receiver.gone.aborted ? 'the receiver of callbacks ended' : undefined,
  };
  writeEnd(folder, end);

  const report = await reportParts(database, [{ part, end }]);
  await keep?.(database, report);

  return report;
};
