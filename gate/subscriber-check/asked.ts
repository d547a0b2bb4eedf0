import { buffer } from 'node:stream/consumers';
import { isLoopback } from '../../client/loopback.ts';
import { loadSettings, type Settings } from '../../config.ts';
import type { CatalogueTrigger } from '../../contracts/triggers/index.ts';
import { triggerInputIssues } from '../../contracts/validators/index.ts';
import type { DispatchMode } from '../../dispatch/mode.ts';
import { UsageError } from '../gate-options.ts';
import { type CheckCredentials, checkCredentials } from './credentials.ts';
import {
  type CheckOptions,
  checkedDeadline,
  checkedModes,
  checkedTrigger,
  checkedUrl,
  ownPayloads,
} from './options.ts';
import type { Step } from './step.ts';
import { stepsOf } from './steps.ts';

/** What a check was asked for, checked. */
export type Asked = Readonly<{
  url: URL;
  trigger: CatalogueTrigger;
  deadline: Readonly<{ text: string; ms: number }>;
  credentials: CheckCredentials;
  modes: readonly DispatchMode[];
  /** Modes whose completions could not arrive here. */
  leftOut: readonly Readonly<{ what: string; reason: string }>[];
  steps: readonly Step[];
  /** What is worth knowing before anything is sent. */
  notes: readonly string[];
  settings: Settings;
}>;

/** Reads options, environment and files. Throws UsageError or SettingsError, before anything is sent. */
export const readAsked = async (
  options: CheckOptions,
  { env, cwd }: Readonly<{ env: Readonly<Record<string, string | undefined>>; cwd: string }>,
): Promise<Asked> => {
  const url = checkedUrl(options);
  const trigger = checkedTrigger(options.trigger);
  const wanted = checkedModes(options.mode, trigger);
  const deadline = checkedDeadline(options.responseDeadline);
  const credentials = checkCredentials(env);
  const payloads = await ownPayloads(options.payload, {
    cwd,
    readStandardInput: () => buffer(process.stdin),
  });
  // No tenant takes part: what is set for one, or is missing, does not matter.
  const settings = loadSettings({ env: { ...env, ISC_TARGET: 'mock' }, cwd });
  const canCallBack = isLoopback(url.hostname) || settings.subscriber.url !== undefined;
  const modes = wanted.filter((mode) => canCallBack || !isLeftOpen(mode));
  if (modes.length === 0) throw new UsageError(`${wanted.join(' and ')} cannot be checked: ${unreachable}.`);

  return {
    url,
    trigger,
    deadline,
    credentials,
    modes,
    leftOut: wanted
      .filter((mode) => !modes.includes(mode))
      .map((mode) => ({ what: mode, reason: unreachable })),
    steps: stepsOf({ trigger, modes, payloads, withCredentials: credentials.kind !== 'none' }),
    notes: payloads.flatMap(({ name, input }) => {
      const [issue] = triggerInputIssues(trigger.id, input);

      return issue
        ? [`${name} is not as documented for ${trigger.id}: ${issue.pointer || 'it'} ${issue.message}`]
        : [];
    }),
    settings,
  };
};

/** Whether events of a mode may be left open for a completion. */
export const isLeftOpen = (mode: DispatchMode): boolean => mode === 'ASYNC' || mode === 'DYNAMIC';

const unreachable =
  'completions could not reach this machine. Set ISC_SUBSCRIBER_URL to an address that leads here, and ISC_SUBSCRIBER_PORT to the port behind it';
