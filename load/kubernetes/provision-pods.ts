import { join } from 'node:path';
import { fileJournal } from '../../client/journal.ts';
import { readSettings, type Settings, SettingsError } from '../../config.ts';
import { UsageError } from '../../gate/gate-options.ts';
import { listenToSignals, type Signals } from '../../gate/signals.ts';
import { dispatchPlan } from '../dispatch/dispatch-plan.ts';
import { answersOf, provision } from '../dispatch/provision.ts';
import { secondsOf } from '../dispatch/steps.ts';
import { watchStatuses } from '../dispatch/watch-statuses.ts';
import type { LoadOptions } from '../load-options.ts';
import { type FoundPart, findParts, type PartOf, writePart } from '../parts/part.ts';
import { quotaText } from '../quota-text.ts';
import { type LoadTarget, openTarget } from '../target/open-target.ts';
import { startSubscriberProcess } from '../target/subscriber-process.ts';
import { targetOf } from '../target-of.ts';
import { planMap } from './manifests.ts';
import { writeManifest } from './write-manifest.ts';

type Held = Readonly<{
  found: FoundPart;
  folder: string;
  settings: Settings;
  signals: Signals;
  tell: (line: string) => void;
}>;

/** How long the first event is waited for. */
const patienceMs = 30 * 60_000;
/** Behind the last event's deadline. */
const graceMs = 15_000;

/**
 * `load --provision DIR`: the other side of pods. It subscribes, writes their plan, receives what is dispatched, and
 * removes what it made once the run is over, or when it is interrupted: 130 then, 2 where something is left.
 */
export const provisionPods = async (options: LoadOptions, folder: string): Promise<number> => {
  const { settings, problems } = readSettings({ env: process.env, cwd: process.cwd() });
  if (!settings) throw new SettingsError(problems);
  const [found] = findParts(folder);
  if (found === undefined)
    throw new UsageError(
      `${folder} holds no run for pods. Write one with: npx isc-triggers load --kubernetes ${folder}`,
    );
  using signals = listenToSignals();
  const tell = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  const held = { found, folder, settings, signals, tell };
  const left = found.part.scenario === 'subscriber' ? await receive(held) : await subscribe(held, found.part);
  if (signals.first.aborted) return 130;
  process.stdout.write(
    left === 0
      ? `What was made is removed.\nNext     fetch the results as ${join(folder, 'README.md')} says, then: npx isc-triggers report ${folder}\n`
      : `${left} subscriptions are left on the tenant: npx isc-triggers janitor\n`,
  );

  return left === 0 ? 0 : 2;
};

/** Receives the callbacks of a subscriber that the pods load. */
const receive = async (held: Held): Promise<number> => {
  await using receiver = await startSubscriberProcess({
    folder: held.found.folder,
    answers: { otherwise: { status: 204 } },
    event: '/secret',
    port: held.settings.subscriber.port ?? 0,
    signals: held.signals,
  });
  await untilOver(held, receiver.journal, receiver.gone);

  return 0;
};

/** Subscribes for the events that the pods start, and gives how many subscriptions are left in the end. */
const subscribe = async (held: Held, part: PartOf<'dispatch-latency'>): Promise<number> => {
  const { found, settings, signals } = held;
  checkAllowed(settings, part);
  const target = await openTarget({
    settings,
    runId: found.head.run.id,
    folder: found.folder,
    signals,
    mockArgs: ['--port', '0', '--quota', quotaText(settings.quota)],
  });
  let left = 0;
  try {
    await hold(held, part, target);
  } finally {
    left = await target.sweep().then(
      (leftovers) => leftovers.length,
      () => target.ledger.open().length,
    );
    await target.close();
  }

  return left;
};

const hold = async (held: Held, part: PartOf<'dispatch-latency'>, target: LoadTarget): Promise<void> => {
  const { found, folder, settings, signals, tell } = held;
  if (target.loopback) tell(`${target.baseUrl} is this machine: pods elsewhere do not reach it`);
  await using subscriber = await startSubscriberProcess({
    folder: found.folder,
    answers: answersOf(part.targets),
    event: '/event',
    port: settings.subscriber.port ?? 0,
    signals,
  });
  const targets = await provision(part.targets, settings.subscriber.url ?? subscriber.url, target);
  const provisioned = { ...part, targets };
  writePart(found.folder, provisioned, { ...found.head, target: targetOf(settings, undefined) });
  const plan = dispatchPlan(provisioned, target, `${target.baseUrl}/oauth/token`);
  writeManifest(join(folder, 'plan.yaml'), [planMap({ name: `isc-load-${found.head.run.id}`, plan })]);
  const watch = part.visible
    ? watchStatuses({
        file: join(found.folder, 'statuses.csv'),
        mark: part.mark,
        everyMs: settings.quota === 'off' ? 500 : 2000,
        target,
      })
    : undefined;
  try {
    await untilOver(held, subscriber.journal, subscriber.gone);
  } finally {
    await watch?.close();
  }
};

/** Throws UsageError where the settings do not let a tenant be used so. */
const checkAllowed = (settings: Settings, { targets }: PartOf<'dispatch-latency'>): void => {
  if (settings.target === 'mock') return;
  const { host, loopback } = settings.tenant;
  if (!settings.writes)
    throw new UsageError(`Pods need subscriptions on the tenant: ISC_ALLOW_WRITES=${host}`);
  if (!loopback && settings.subscriber.url === undefined)
    throw new UsageError(
      'The tenant cannot reach this machine: say with ISC_SUBSCRIBER_URL at which address it can.',
    );
  if (targets.some(({ mode }) => mode !== 'FIRE_AND_FORGET') && !settings.risks.has('slots'))
    throw new UsageError(
      'Modes that await a response take the one place of their trigger: ISC_ALLOW_RISKS=slots, or write manifests with --mode FIRE_AND_FORGET.',
    );
};

/** Waits for the first event, and from then on for as long as the workload and the last deadline last. */
const untilOver = async (
  { found, signals, tell }: Held,
  journal: string,
  gone: AbortSignal,
): Promise<void> => {
  const { steps, slo } = found.part;
  const lasts = secondsOf(steps) * 1000 + slo.deadline.limitMs + graceMs;
  const lines = fileJournal(journal);
  let until = performance.now() + patienceMs;
  let begun = false;
  tell(`Ready. Start the pods now; this ends ${Math.round(lasts / 1000)} s behind their first event`);
  while (performance.now() < until && !signals.first.aborted) {
    if (gone.aborted) throw gone.reason;
    if (!begun && lines.readNew().length > 0) {
      begun = true;
      until = performance.now() + lasts;
      tell('The first event has come');
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (!begun && !signals.first.aborted)
    throw new UsageError('No event came within 30 minutes: the pods did not start.');
};
