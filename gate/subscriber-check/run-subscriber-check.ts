import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { createMasker, type Masker } from '../../client/masker.ts';
import { newRunId } from '../../client/run-mark.ts';
import { toolVersion } from '../../client/tool-version.ts';
import { createTransport } from '../../client/transport.ts';
import { answerLimitMs } from '../../dispatch/deadline.ts';
import { colourWanted } from '../../reports/conformance/paint.ts';
import type { CheckReport } from '../../reports/subscriber-check/check-report.ts';
import { checkConsole, checkHead } from '../../reports/subscriber-check/console.ts';
import { writeCheckReport } from '../../reports/subscriber-check/write.ts';
import { counted } from '../../reports/text.ts';
import { preciseClock } from '../../subscriber/clock.ts';
import { makeRunFolder } from '../run-folder.ts';
import { InterruptedError, listenToSignals, type Signals } from '../signals.ts';
import { type Asked, isLeftOpen, readAsked } from './asked.ts';
import { openCallbacks } from './callbacks.ts';
import { checkSubscriber } from './check.ts';
import { createEvents } from './events.ts';
import type { CheckOptions } from './options.ts';
import { plannedLines } from './planned.ts';
import { stepProgress } from './progress.ts';
import { checkReport } from './report.ts';

/** Longer than a subscriber has, so that a late answer can be told from none; in ms. */
const patienceMs = 3 * answerLimitMs;

/** For a completion that comes late, or a second time; in ms. */
const graceMs = 2000;

/** The command `subscriber check`: plays the tenant, writes the report and prints it; gives the exit code. */
export const runSubscriberCheck = async (options: CheckOptions): Promise<number> => {
  const { env } = process;
  const asked = await readAsked(options, { env, cwd: process.cwd() });
  using signals = listenToSignals();
  const started = new Date();
  const runId = newRunId();
  const folder = makeRunFolder(options.results, 'subscriber-check', runId, started);
  const tell = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  try {
    const report = await reportOn(asked, { started, runId, signals, tell });
    signals.first.throwIfAborted();
    const reportPath = relative(process.cwd(), writeCheckReport(folder, report));
    const colour = colourWanted({ env, terminal: process.stdout.isTTY === true, noColor: !options.color });
    process.stdout.write(checkConsole(report, { colour, reportPath }));

    return report.exitCode;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (signals.first.aborted) throw new InterruptedError('Interrupted. No report was written.');
    throw error;
  }
};

type Run = Readonly<{ started: Date; runId: string; signals: Signals; tell: (line: string) => void }>;

/** Says what will be sent, and sends it. */
const reportOn = async (asked: Asked, { started, runId, signals, tell }: Run): Promise<CheckReport> => {
  const { url, trigger, deadline, credentials, modes, steps, settings } = asked;
  const clock = preciseClock();
  await using callbacks = await openCallbacks({ clock, port: settings.subscriber.port });
  await using transport = transportOf(asked, signals);
  const callbackBase = settings.subscriber.url ?? callbacks.url;
  const events = createEvents({ trigger, version: settings.apiVersions[0] ?? 'beta', callbackBase });
  const about = {
    tool: { name: 'isc-triggers', version: toolVersion() },
    target: { kind: 'subscriber', host: url.host, apiVersions: [] },
    conditions: {
      trigger: { id: trigger.id, type: trigger.type },
      modes,
      credentials: credentials.kind,
      responseDeadline: deadline.text,
    },
  } as const;
  process.stdout.write(
    checkHead({
      ...about,
      run: { id: runId },
      url: `${url.origin}${url.pathname}${url.search && '?...'}`,
      answerMs: answerLimitMs,
      callbacks: modes.some(isLeftOpen) ? callbackBase : undefined,
      planned: plannedLines(steps, events),
      notes: asked.notes,
    }),
  );

  using progress = stepProgress(steps, tell);
  const checked = await checkSubscriber(steps, {
    url,
    trigger,
    credentials,
    events,
    userAgent: `isc-triggers/${toolVersion()} (run ${runId})`,
    limits: { answerMs: answerLimitMs, deadlineMs: deadline.ms, graceMs },
    deadline: deadline.text,
    transport,
    callbacks,
    clock,
    masker: maskerOf(url),
    signal: signals.first,
    onCall: progress.onCall,
    onWait: (open) => tell(`waiting for ${counted(open, 'completion')}, ${deadline.text} at most`),
  });

  return checkReport({
    ...about,
    ...checked,
    run: {
      id: runId,
      started: started.toISOString(),
      seconds: (Date.now() - started.getTime()) / 1000,
    },
    leftOut: asked.leftOut,
    answerMs: answerLimitMs,
  });
};

const transportOf = ({ settings }: Asked, { first }: Signals) => {
  const transport = createTransport({ timeoutMs: patienceMs, proxy: settings.proxy, signal: first });

  return { ...transport, [Symbol.asyncDispose]: transport.close };
};

/** What stands in the query of an address may be a key, unless it is too short for one. */
const maskerOf = ({ searchParams }: URL): Masker => {
  const masker = createMasker();
  for (const value of searchParams.values()) if (value.length >= 8) masker.add(value);

  return masker;
};
