import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isLoopback } from '../../client/loopback.ts';
import { createMasker } from '../../client/masker.ts';
import { newRunId } from '../../client/run-mark.ts';
import { toolVersion } from '../../client/tool-version.ts';
import { createTransport } from '../../client/transport.ts';
import { loadSettings } from '../../config.ts';
import { triggerInputIssues } from '../../contracts/validators/index.ts';
import { answerLimitMs } from '../../dispatch/deadline.ts';
import type { DispatchMode } from '../../dispatch/mode.ts';
import { colourWanted } from '../../reports/conformance/paint.ts';
import { checkConsole, checkHead } from '../../reports/subscriber-check/console.ts';
import { writeCheckReport } from '../../reports/subscriber-check/write.ts';
import { counted, inSeconds } from '../../reports/text.ts';
import { preciseClock } from '../../subscriber/clock.ts';
import { UsageError } from '../gate-options.ts';
import { makeRunFolder } from '../run-folder.ts';
import { InterruptedError, listenToSignals } from '../signals.ts';
import { openCallbacks } from './callbacks.ts';
import { checkSubscriber } from './check.ts';
import { checkCredentials } from './credentials.ts';
import { createEvents } from './events.ts';
import {
  type CheckOptions,
  checkedDeadline,
  checkedModes,
  checkedTrigger,
  checkedUrl,
  ownPayloads,
} from './options.ts';
import { plannedLines } from './planned.ts';
import { checkReport } from './report.ts';
import { stepsOf } from './steps.ts';

/** Longer than a subscriber has, so that a late answer can be told from none; in ms. */
const patienceMs = 3 * answerLimitMs;

/** For a completion that comes late, or a second time; in ms. */
const graceMs = 2000;

/** The command `subscriber check`: plays the tenant, writes the report and prints it; gives the exit code. */
export const runSubscriberCheck = async (options: CheckOptions): Promise<number> => {
  const { env } = process;
  const url = checkedUrl(options);
  const trigger = checkedTrigger(options.trigger);
  const deadline = checkedDeadline(options.responseDeadline);
  const credentials = checkCredentials(env);
  const payloads = await ownPayloads(options.payload, {
    cwd: process.cwd(),
    readStandardInput: () => buffer(process.stdin),
  });
  // No tenant takes part: what is set for one, or is missing, does not matter.
  const settings = loadSettings({ env: { ...env, ISC_TARGET: 'mock' }, cwd: process.cwd() });
  const { modes, leftOut } = reachableModes(checkedModes(options.mode, trigger), {
    canCallBack: isLoopback(url.hostname) || settings.subscriber.url !== undefined,
  });
  const steps = stepsOf({ trigger, modes, payloads, withCredentials: credentials.kind !== 'none' });
  using signals = listenToSignals();
  const started = new Date();
  const runId = newRunId();
  const folder = makeRunFolder(options.results, 'subscriber-check', runId, started);
  const clock = preciseClock();
  const callbacks = await openCallbacks({ clock, port: settings.subscriber.port }).catch(portTaken);
  const transport = createTransport({ timeoutMs: patienceMs, proxy: settings.proxy, signal: signals.first });
  const masker = createMasker();
  for (const value of url.searchParams.values()) if (value.length >= 8) masker.add(value);

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
  const callbackBase = settings.subscriber.url ?? callbacks.url;
  const events = createEvents({ trigger, version: settings.apiVersions[0] ?? 'beta', callbackBase });
  process.stdout.write(
    checkHead({
      ...about,
      run: { id: runId },
      url: `${url.origin}${url.pathname}${url.search && '?...'}`,
      answerMs: answerLimitMs,
      callbacks: modes.some(isLeftOpen) ? callbackBase : undefined,
      planned: plannedLines(steps, events),
      notes: payloads.flatMap(({ name, input }) => {
        const [issue] = triggerInputIssues(trigger.id, input);

        return issue
          ? [`${name} is not as documented for ${trigger.id}: ${issue.pointer} ${issue.message}`]
          : [];
      }),
    }),
  );
  const tell = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };

  try {
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
      masker,
      signal: signals.first,
      onCall: progressOf(steps.length, tell),
      onWait: (open) => tell(`waiting for ${counted(open, 'completion')}, ${deadline.text} at most`),
    });
    signals.first.throwIfAborted();
    const seconds = (Date.now() - started.getTime()) / 1000;
    const report = checkReport({
      ...about,
      ...checked,
      run: { id: runId, started: started.toISOString(), seconds },
      leftOut,
      answerMs: answerLimitMs,
    });
    const reportPath = relative(process.cwd(), writeCheckReport(folder, report));
    const colour = colourWanted({ env, terminal: process.stdout.isTTY === true, noColor: !options.color });
    process.stdout.write(checkConsole(report, { colour, reportPath }));

    return report.exitCode;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (signals.first.aborted) throw new InterruptedError('Interrupted. No report was written.');
    throw error;
  } finally {
    await transport.close();
    await callbacks.close();
  }
};

const isLeftOpen = (mode: DispatchMode): boolean => mode === 'ASYNC' || mode === 'DYNAMIC';

/** Modes whose completions can arrive here. Throws UsageError where none is left. */
const reachableModes = (
  modes: readonly DispatchMode[],
  { canCallBack }: Readonly<{ canCallBack: boolean }>,
) => {
  const reachable = modes.filter((mode) => canCallBack || !isLeftOpen(mode));
  const reason =
    'completions could not reach this machine. Set ISC_SUBSCRIBER_URL to an address that leads here, and ISC_SUBSCRIBER_PORT to the port behind it';
  if (reachable.length === 0) throw new UsageError(`${modes.join(' and ')} cannot be checked: ${reason}.`);

  return {
    modes: reachable,
    leftOut: modes.filter((mode) => !reachable.includes(mode)).map((mode) => ({ what: mode, reason })),
  };
};

const portTaken = (error: NodeJS.ErrnoException): never => {
  if (error.code !== 'EADDRINUSE') throw error;
  throw new UsageError(
    `${error.message.replace(/^listen EADDRINUSE: /, '')}: name another with ISC_SUBSCRIBER_PORT.`,
  );
};

const everyMs = 2000;

/** Tells now and then how many steps are through. */
const progressOf = (total: number, tell: (line: string) => void) => {
  const started = performance.now();
  const seen = new Set<unknown>();
  let told = started;

  return ({ step }: Readonly<{ step: unknown }>): void => {
    seen.add(step);
    const now = performance.now();
    if (now - told < everyMs) return;
    told = now;
    tell(`${Math.min(seen.size, total)} of ${total} steps  ${inSeconds((now - started) / 1000)}`);
  };
};
