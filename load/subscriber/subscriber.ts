import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolVersion } from '../../client/tool-version.ts';
import { findTrigger } from '../../contracts/triggers/index.ts';
import { triggerOutputIssues } from '../../contracts/validators/index.ts';
import { parseJson } from '../../dispatch/json.ts';
import type { ScenarioReport } from '../../reports/load/load-report.ts';
import { counted } from '../../reports/text.ts';
import { drain } from '../dispatch/drain.ts';
import type { LoadMode } from '../dispatch/legs.ts';
import { reportDispatch } from '../dispatch/report-dispatch.ts';
import { ratedSteps, secondsOf } from '../dispatch/steps.ts';
import { usersFor } from '../dispatch/users.ts';
import { runToLimit } from '../early-end/run-to-limit.ts';
import { firstWords } from '../k6/run-k6.ts';
import { programFolder } from '../place.ts';
import type { BaseParts } from '../run-parts.ts';
import { openDatabase } from '../samples/database.ts';
import { dispatchTables } from '../samples/dispatch-tables.ts';
import type { KeepSamples } from '../samples/keep-samples.ts';
import { type DispatchedFiles, keptAnswers, loadDispatched } from '../samples/load-dispatched.ts';
import { thresholdsOf } from '../slo/thresholds.ts';
import type { SubscriberPlan } from '../support/subscriber-plan.ts';
import { startSubscriberProcess } from '../target/subscriber-process.ts';

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
  const { slo, signals, runId, workload, rate } = parts;
  const limitMs = slo.deadline.limitMs;
  const steps = ratedSteps(workload.steps, rate, 1);
  const users = usersFor(steps, limitMs);
  const trigger = findTrigger(triggerId);
  const folder = join(parts.folder, 'subscriber');
  mkdirSync(folder, { recursive: true });
  await using receiver = await startSubscriberProcess({
    folder,
    answers: { otherwise: { status: 204 } },
    event: '/secret',
    port: parts.subscriber.port ?? 0,
    signals,
  });
  const plan: SubscriberPlan = {
    mark: `${runId}-0`,
    url: url.href,
    userAgent: `isc-triggers/${toolVersion()} (run ${runId})`,
    mode,
    triggerId,
    triggerType: trigger?.type ?? 'REQUEST_RESPONSE',
    inputs: inputs ?? [trigger?.sampleInput ?? {}],
    callbackBase: `${parts.subscriber.url ?? receiver.url}/beta/trigger-invocations`,
    secret: randomUUID(),
    steps,
    users,
    timeoutMs: limitMs,
    thresholds: thresholdsOf(slo, 'answered'),
    keptAnswers: 100,
  };
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const ran = await runToLimit({
    steps,
    workload,
    slo,
    phase: 'answered',
    run: {
      k6: parts.k6,
      script: join(programFolder(), 'load/scenarios/subscriber.ts'),
      folder,
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
  const { k6 } = ran;
  const files: DispatchedFiles = {
    leg: 0,
    mark: plan.mark,
    steps: ran.steps,
    mode,
    secret: plan.secret,
    rows: k6.rows,
    metrics: k6.metrics,
    journal: receiver.journal,
  };
  using database = await openDatabase(folder);
  await database.run(dispatchTables);
  const load = () => loadDispatched(database, files);
  await drain({ database, load, leg: 0, visible: false, limitMs, stop: receiver.gone, signals });
  await load();
  const words = firstWords(k6);
  const report = await reportDispatch({
    database,
    slo,
    legs: [
      {
        steps: ran.steps,
        ended: {
          k6,
          words,
          stopped: receiver.gone.aborted ? 'the receiver of callbacks ended' : undefined,
          steps: ran.steps,
          ...(ran.early !== undefined && { early: ran.early }),
        },
      },
    ],
    users,
    modes: [mode],
    fanOut: 1,
    visible: false,
  });
  await keep?.(database, report);
  const { answered, completed } = report.phases;

  return {
    ...report,
    name: 'subscriber',
    phases: { ...(answered && { answered }), ...(completed && { completed }) },
    findings:
      mode === 'ASYNC' || mode === 'FIRE_AND_FORGET' ? [] : misfits(triggerId, await keptAnswers(database)),
    notes: [
      `events of ${triggerId} in mode ${mode}; no tenant and no quota between: only the subscriber is measured`,
      'delivered means answered here: when the subscriber took a request in, it alone knows',
      ...(ran.early === undefined ? [] : [ran.early]),
    ],
  };
};

/** Answers that complete an invocation with an output that the trigger's schema refuses. */
const misfits = (
  triggerId: string,
  answers: readonly Readonly<{ body: string; count: number }>[],
): readonly string[] => {
  const wrong = answers.flatMap(({ body, count }) => {
    const [issue] = triggerOutputIssues(triggerId, parseJson(body));

    return issue === undefined ? [] : [{ count, issue }];
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const all = answers.reduce((sum, { count }) => sum + count, 0);
  const bad = wrong.reduce((sum, { count }) => sum + count, 0);

  return [
    `${bad} of ${counted(all, 'answer')} that were looked at do not fit the output of ${triggerId}: ${first.issue.pointer || 'it'} ${first.issue.message}`,
  ];
};
