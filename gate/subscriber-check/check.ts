import type { Masker } from '../../client/masker.ts';
import { oneLine } from '../../reports/text.ts';
import type { Clock } from '../../subscriber/clock.ts';
import type { Attempt, Call } from './call.ts';
import type { Callbacks } from './callbacks.ts';
import type { EventParts, Events } from './events.ts';
import { type Judged, judgeCalls } from './judge/judge-calls.ts';
import { type Played, play } from './play.ts';
import { createSend, type SendParts } from './send.ts';
import type { Step } from './step.ts';

/** Times that a check goes by, in ms. */
export type CheckLimits = Readonly<{
  /** What a subscriber has to answer: 10 s, as documented. */
  answerMs: number;
  /** The response deadline of the subscription that is played. */
  deadlineMs: number;
  /** How long it is listened for what comes late, or twice. */
  graceMs: number;
}>;

export type CheckParts = Pick<EventParts, 'trigger'> &
  Omit<SendParts, 'now'> &
  Readonly<{
    events: Events;
    limits: CheckLimits;
    /** The response deadline for people: PT30S. */
    deadline: string;
    callbacks: Callbacks;
    clock: Clock;
    masker: Masker;
    signal: AbortSignal;
    onCall: (call: Call) => void;
    onWait: (open: number) => void;
  }>;

export type Checked = Played & Readonly<{ attempts: readonly Attempt[]; judged: readonly Judged[] }>;

const mostShown = 200;

/** Plays the tenant against a subscriber, and judges what came of it. */
export const checkSubscriber = async (steps: readonly Step[], parts: CheckParts): Promise<Checked> => {
  const { callbacks, clock, credentials, limits, masker, signal, onCall, onWait } = parts;
  for (const { value } of credentials.secrets) masker.add(value);
  const expect: Callbacks['expect'] = (invocation) => {
    masker.add(invocation.secret);
    callbacks.expect(invocation);
  };
  const played = await play(steps, {
    events: parts.events,
    send: createSend({ ...parts, now: clock.now }),
    callbacks: { ...callbacks, expect },
    now: clock.now,
    deadlineMs: limits.deadlineMs,
    graceMs: limits.graceMs,
    signal,
    onCall,
    onWait,
  });
  const attempts = callbacks.attempts();
  const judged = judgeCalls(played.calls, attempts, {
    ...parts,
    ...limits,
    show: (text) => oneLine(masker.mask(text), mostShown),
  });

  return { ...played, attempts, judged };
};
