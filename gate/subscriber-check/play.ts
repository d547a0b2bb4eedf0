import type { Call, Invocation } from './call.ts';
import { isOpen, isSuccess } from './call.ts';
import type { Callbacks } from './callbacks.ts';
import type { Events } from './events.ts';
import { secretOf } from './judge/completion.ts';
import type { Send } from './send.ts';
import { type Step, step } from './step.ts';

export type PlayParts = Readonly<{
  events: Events;
  send: Send;
  callbacks: Callbacks;
  /** In ms. */
  now: () => number;
  /** In ms: how long an open invocation is waited for, and how long for what comes late, or twice. */
  deadlineMs: number;
  graceMs: number;
  signal: AbortSignal;
  onCall: (call: Call) => void;
  /** Told how many completions are waited for. */
  onWait: (open: number) => void;
}>;

/** Steps that were planned and not tried, and why. */
export type NotTried = Readonly<{ steps: readonly Step[]; reason: string }>;

export type Played = Readonly<{ calls: readonly Call[]; notTried: readonly NotTried[] }>;

/** Why no more events make sense: of this mode, or at all. */
type Halt = Readonly<{ of: 'mode' | 'all'; reason: string }>;

/** Plays the tenant: sends what was planned, waits for what was left open. */
export const play = async (steps: readonly Step[], parts: PlayParts): Promise<Played> => {
  const { callbacks, deadlineMs, graceMs, now, signal, onWait } = parts;
  const calls: Call[] = [];
  const notTried: NotTried[] = [];
  let halted: (Readonly<{ mode: string }> & Halt) | undefined;

  for (const each of steps) {
    if (signal.aborted) break;
    if (halted && (halted.of === 'all' || halted.mode === each.mode)) {
      notTried.push({ steps: [each], reason: halted.reason });
      continue;
    }
    const made = await makeCalls(each, calls, parts);
    calls.push(...made);
    const halt = haltAfter(made, calls);
    if (halt) halted = { ...halt, mode: each.mode };
  }
  const isCompleted = (call: Call): boolean =>
    !isOpen(call) || callbacks.attempts().some((attempt) => secretOf(attempt) === call.invocation.secret);
  const open = calls.filter((call) => !call.step.redelivers && !isCompleted(call));
  if (open.length > 0) onWait(open.length);
  await callbacks.wait(
    () => open.every(isCompleted),
    Math.max(0, ...open.map(({ at }) => at)) + deadlineMs + graceMs,
    signal,
  );
  if (callbacks.attempts().length > 0) await callbacks.wait(() => false, now() + graceMs, signal);

  return { calls: [...calls, ...(await onBus(calls, isCompleted, parts))], notTried: joined(notTried) };
};

const makeCalls = async (
  each: Step,
  before: readonly Call[],
  { events, send, callbacks, now, onCall }: PlayParts,
): Promise<readonly Call[]> => {
  const last = before.filter(({ step }) => step.mode === each.mode && step.shown === 'right').at(-1);

  return Promise.all(
    each.inputs.map(async (input, index) => {
      const invocation: Invocation = each.redelivers && last ? last.invocation : events.open();
      callbacks.expect(invocation);
      const body = events.bodyOf(each, input, invocation);
      const at = now();
      const answer = await send(body, each.shown);
      const call: Call = {
        number: before.length + index + 1,
        step: each,
        invocation,
        bytes: Buffer.byteLength(body),
        at,
        answer,
      };
      onCall(call);

      return call;
    }),
  );
};

const haltAfter = (made: readonly Call[], calls: readonly Call[]): Halt | undefined => {
  const [call] = made;
  if (call?.step.shown !== 'right') return undefined;
  const { answer, step: tried } = call;
  if (answer.kind === 'none' && unreachable.has(answer.reason))
    return { of: 'all', reason: calls.length === made.length ? 'it was not reached' : 'it went away' };
  if (answer.kind === 'answered' && calls.length === made.length && isRefusal(answer.status))
    return { of: 'all', reason: `it answered ${answer.status} to the first event` };

  if (tried.isSample && isSilent(call) && calls.every(isSilent))
    return { of: 'all', reason: 'it answers nothing' };

  return tried.isSample && !isSuccess(call)
    ? { of: 'mode', reason: `it did not take ${tried.what} in this mode` }
    : undefined;
};

const isSilent = ({ answer }: Call): boolean => answer.kind === 'none' && answer.reason === 'timeout';

const unreachable: ReadonlySet<string> = new Set(['refused', 'dns', 'tls', 'proxy']);

/** Whether a status says that the credentials are missing or wrong. */
export const isRefusal = (status: number): boolean => status === 401 || status === 403;

/** How long an event of a bus is waited for: who reads one completes at once. In ms. */
const busMs = 5000;

/** Where a sample was not taken: whether it would be below `detail`, where consumers behind EventBridge look. */
const onBus = async (
  calls: readonly Call[],
  isCompleted: (call: Call) => boolean,
  parts: PlayParts,
): Promise<readonly Call[]> => {
  const { callbacks, deadlineMs, now, signal } = parts;
  const failed = calls.find(
    (call) =>
      call.step.isSample &&
      call.answer.kind === 'answered' &&
      !isRefusal(call.answer.status) &&
      (!isSuccess(call) || !isCompleted(call)),
  );
  if (!failed || signal.aborted) return [];
  const { mode, inputs } = failed.step;
  const below = step({ ...failed.step, ...onBusStep, mode, inputs });
  const again = step({ mode, inputs, what: `${failed.step.what}, once more`, tries: 'answer.success' });
  const event = await makeCalls(below, calls, parts);
  const control = isSuccess(failed) ? [] : await makeCalls(again, [...calls, ...event], parts);
  const made = [...event, ...control];
  const patienceMs = control.some(isOpen) ? deadlineMs : Math.min(deadlineMs, busMs);
  await callbacks.wait(() => made.every(isCompleted), now() + patienceMs, signal);

  return made;
};

const onBusStep = {
  what: 'the same below "detail", as on an EventBridge bus',
  tries: 'event.place',
  envelope: 'event-bridge',
  isSample: false,
} as const;

/** Neighbours that were not tried for one reason, together. */
const joined = (all: readonly NotTried[]): readonly NotTried[] => {
  const byReason = new Map<string, Step[]>();
  for (const { steps, reason } of all) {
    const key = `${steps[0]?.mode} ${reason}`;
    byReason.set(key, [...(byReason.get(key) ?? []), ...steps]);
  }

  return [...byReason].map(([key, steps]) => ({ steps, reason: key.slice(key.indexOf(' ') + 1) }));
};
