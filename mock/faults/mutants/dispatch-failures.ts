import type { InvocationRecord } from '../../records.ts';
import { type JsonObject, omit } from '../change.ts';
import { changeDispatch, changeOutcome } from '../change-dispatch.ts';
import type { Apply, Mutant } from '../mutant.ts';

/** Takes answers of these statuses for what they are not. */
const takes = (
  as: 'success' | 'acknowledged',
  statuses: readonly number[],
  modes?: readonly string[],
): Apply =>
  changeOutcome((mode, answer) => {
    if (answer.kind !== 'answered' || !statuses.includes(answer.status)) return undefined;
    if (modes && !modes.includes(mode)) return undefined;

    return as === 'success' ? { kind: 'completed', output: {} } : { kind: 'open' };
  });

/** Changes how the reason of a failure is shown. */
const showsReason = (change: (reason: JsonObject) => unknown): Apply =>
  changeStatusOf(
    ({ localizedError }) => Boolean(localizedError),
    (status) => {
      const ended = status.completeInvocationInput as JsonObject;

      return {
        ...status,
        completeInvocationInput: { ...ended, localizedError: change(ended.localizedError as JsonObject) },
      };
    },
  );

const changeStatusOf =
  (isMeant: (invocation: InvocationRecord) => boolean, change: (status: JsonObject) => unknown): Apply =>
  ({ seams }) => {
    const { status } = seams.present;
    seams.present.status = (invocation) =>
      isMeant(invocation) ? change(status(invocation) as JsonObject) : status(invocation);
  };

/** What is no success, and how it is told. */
export const dispatchFailureMutants: readonly Mutant[] = [
  { id: 'answer-500-is-a-success', breaks: 'dispatch.failure', apply: takes('success', [500]) },
  { id: 'answer-401-is-a-success', breaks: 'dispatch.failure', apply: takes('success', [401]) },
  { id: 'answer-404-is-a-success', breaks: 'dispatch.failure', apply: takes('success', [404]) },
  { id: 'answer-503-left-open', breaks: 'dispatch.failure', apply: takes('acknowledged', [503]) },
  { id: 'answer-500-left-open', breaks: 'dispatch.failure', apply: takes('acknowledged', [500]) },
  {
    id: 'answer-500-acknowledges-in-async',
    breaks: 'dispatch.failure',
    apply: takes('acknowledged', [500], ['ASYNC']),
  },
  {
    id: 'answer-500-acknowledges-in-dynamic',
    breaks: 'dispatch.failure',
    apply: takes('acknowledged', [500], ['DYNAMIC']),
  },
  {
    id: 'unreachable-subscriber-left-open',
    breaks: 'dispatch.answer-time',
    apply: changeOutcome((_mode, answer) => (answer.kind === 'unreachable' ? { kind: 'open' } : undefined)),
  },
  {
    id: 'failure-never-ends',
    breaks: 'dispatch.failure',
    apply: changeDispatch(({ finish }) => ({
      finish: (invocation, completion, tenant) => {
        if (!completion.localizedError) finish(invocation, completion, tenant);
      },
    })),
  },
  { id: 'failure-without-reason', breaks: 'invocations.status.failed', apply: showsReason(() => null) },
  {
    id: 'failure-without-message',
    breaks: 'invocations.status.failed',
    apply: showsReason((reason) => omit(reason, 'message')),
  },
  {
    id: 'failure-without-locale',
    breaks: 'invocations.status.failed',
    apply: showsReason((reason) => omit(reason, 'locale')),
  },
  {
    id: 'failure-told-as-a-text',
    breaks: 'invocations.status.failed',
    apply: showsReason(({ message }) => message),
  },
  {
    id: 'failure-not-shown-as-ended',
    breaks: 'invocations.status.failed',
    apply: changeStatusOf(
      ({ localizedError }) => Boolean(localizedError),
      (status) => ({ ...status, completed: null }),
    ),
  },
];
