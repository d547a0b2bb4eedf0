import { changeAddressees, changeDispatch, changeOutcome } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

const minute = 60_000;
const hour = 60 * minute;

const answersWithin = (ms: number): Apply => changeDispatch(() => ({ answerLimitMs: () => ms }));

/** Counts the time of a deadline otherwise; `undefined`: there is none. */
const lasts = (change: (ms: number) => number | undefined): Apply =>
  changeDispatch(({ deadlineAt }) => ({
    deadlineAt: (timed) => {
      const right = deadlineAt(timed);
      const ms = right === undefined ? undefined : change(right - timed.created);

      return ms === undefined ? undefined : timed.created + ms;
    },
  }));

/** How long is waited: for an answer, and for a completion. */
export const deadlineMutants: readonly Mutant[] = [
  { id: 'answer-awaited-5-seconds', breaks: 'dispatch.answer-time', apply: answersWithin(5000) },
  { id: 'answer-awaited-30-seconds', breaks: 'dispatch.answer-time', apply: answersWithin(30_000) },
  { id: 'answer-awaited-for-ever', breaks: 'dispatch.answer-time', apply: answersWithin(365 * 24 * hour) },
  {
    id: 'silence-is-a-success',
    breaks: 'dispatch.answer-time',
    apply: changeOutcome((_mode, { kind }) =>
      kind === 'late' ? { kind: 'completed', output: {} } : undefined,
    ),
  },
  {
    id: 'silence-acknowledges',
    breaks: 'dispatch.answer-time',
    apply: changeOutcome((_mode, { kind }) => (kind === 'late' ? { kind: 'open' } : undefined)),
  },
  {
    id: 'silence-acknowledges-in-async',
    breaks: 'dispatch.answer-time',
    apply: changeOutcome((mode, { kind }) =>
      kind === 'late' && mode === 'ASYNC' ? { kind: 'open' } : undefined,
    ),
  },
  { id: 'deadline-of-half-the-time', breaks: 'dispatch.deadline', apply: lasts((ms) => ms / 2) },
  { id: 'deadline-of-twice-the-time', breaks: 'dispatch.deadline', apply: lasts((ms) => ms * 2) },
  { id: 'deadline-never', breaks: 'dispatch.deadline', apply: lasts(() => undefined) },
  { id: 'deadline-always-an-hour', breaks: 'dispatch.deadline', apply: lasts(() => hour) },
  {
    id: 'deadline-of-a-minute-at-most',
    breaks: 'dispatch.deadline',
    apply: lasts((ms) => Math.min(ms, minute)),
  },
  {
    id: 'deadline-of-an-hour-never',
    breaks: 'dispatch.deadline',
    apply: lasts((ms) => (ms < hour ? ms : undefined)),
  },
  {
    id: 'deadline-never-in-dynamic',
    breaks: 'dispatch.deadline',
    apply: changeAddressees((meant) =>
      meant.map((each) =>
        each.httpConfig?.httpDispatchMode === 'DYNAMIC' ? { ...each, responseDeadline: 'P365D' } : each,
      ),
    ),
  },
  {
    id: 'completion-past-the-deadline-taken',
    breaks: 'dispatch.deadline',
    apply: changeDispatch(({ takesCompletion }) => ({
      takesCompletion: (invocation, tenant) =>
        takesCompletion(invocation, tenant) ||
        (invocation.deadlineAt !== undefined && tenant.clock.now() >= invocation.deadlineAt),
    })),
  },
  {
    id: 'deadline-ends-without-failure',
    breaks: 'dispatch.deadline',
    apply: changeDispatch(({ finish, expired }) => {
      const reasons = new WeakSet<object>();

      return {
        expired: (delivery) => {
          const reason = expired(delivery);
          reasons.add(reason);

          return reason;
        },
        finish: (invocation, completion, tenant) => {
          const { localizedError } = completion;
          const hidden = localizedError && reasons.has(localizedError);
          finish(invocation, hidden ? { ...completion, localizedError: null } : completion, tenant);
        },
      };
    }),
  },
];
