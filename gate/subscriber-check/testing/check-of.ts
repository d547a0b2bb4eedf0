import { createMasker } from '../../../client/masker.ts';
import { createTransport } from '../../../client/transport.ts';
import type { DispatchMode } from '../../../dispatch/mode.ts';
import type { CheckReport } from '../../../reports/subscriber-check/check-report.ts';
import { preciseClock } from '../../../subscriber/clock.ts';
import { openCallbacks } from '../callbacks.ts';
import { checkSubscriber } from '../check.ts';
import { checkCredentials } from '../credentials.ts';
import { createEvents } from '../events.ts';
import { checkedTrigger } from '../options.ts';
import { checkReport } from '../report.ts';
import { type OwnPayload, stepsOf } from '../steps.ts';
import { type UserCode, userSubscriber } from './user-subscriber.ts';

type Checked = Readonly<{
  modes: readonly DispatchMode[];
  trigger?: string;
  env?: Readonly<Record<string, string>>;
  payloads?: readonly OwnPayload[];
  /** Real time, for what never comes. */
  deadlineMs?: number;
  patienceMs?: number;
}>;

/** What a subscriber's code may do to the clock of the check. */
export type Time = Readonly<{ pass: (ms: number) => void }>;

/** The report on somebody's code, checked over loopback by a clock that the code can move on. */
export const checkOf = async (
  code: (time: Time) => UserCode,
  {
    modes,
    trigger: id = 'idn:access-request-dynamic-approver',
    env = {},
    payloads = [],
    deadlineMs = 30_000,
    patienceMs = 30_000,
  }: Checked,
): Promise<CheckReport> => {
  const trigger = checkedTrigger(id);
  const credentials = checkCredentials(env);
  const { clock, pass } = movableClock();
  await using subscriber = await userSubscriber(code({ pass }));
  await using callbacks = await openCallbacks({ clock });
  const transport = createTransport({ timeoutMs: patienceMs });
  try {
    const checked = await checkSubscriber(
      stepsOf({ trigger, modes, payloads, withCredentials: credentials.kind !== 'none' }),
      {
        url: subscriber.url,
        trigger,
        credentials,
        events: createEvents({ trigger, version: 'beta', callbackBase: callbacks.url }),
        userAgent: 'isc-triggers',
        limits: { answerMs: 10_000, deadlineMs, graceMs: 50 },
        deadline: 'PT30S',
        transport,
        callbacks,
        clock,
        masker: createMasker(),
        signal: new AbortController().signal,
        onCall: () => undefined,
        onWait: () => undefined,
      },
    );

    return checkReport({
      tool: { name: 'isc-triggers', version: '1' },
      run: { id: 'r', started: '2026-01-01T00:00:00.000Z', seconds: 1 },
      target: { kind: 'subscriber', host: subscriber.url.host, apiVersions: [] },
      conditions: {
        trigger: { id: trigger.id, type: trigger.type },
        modes,
        credentials: credentials.kind,
        responseDeadline: 'PT30S',
      },
      ...checked,
      leftOut: [],
      answerMs: 10_000,
    });
  } finally {
    await transport.close();
  }
};

const movableClock = () => {
  const real = preciseClock();
  let passed = 0;

  return {
    clock: { ...real, now: () => real.now() + passed },
    pass: (ms: number): void => {
      passed += ms;
    },
  };
};
