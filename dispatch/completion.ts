/** What a completion is judged by. Times in ms on one scale. */
export type CompletedInvocation = Readonly<{
  secret: string;
  /** Absent while the invocation is open. */
  completed?: number | undefined;
  /** Absent where the invocation has none. */
  deadlineAt?: number | undefined;
}>;

export type CompletionJudgement =
  | Readonly<{ kind: 'accepted' }>
  /** Right, and too late to change anything: answered like an accepted one. */
  | Readonly<{ kind: 'ignored'; reason: 'second' | 'after-deadline' }>
  | Readonly<{ kind: 'refused'; reason: 'unknown-invocation' | 'wrong-secret' }>;

/**
 * Judges an attempt to complete an invocation. Documented: the secret authenticates it, and past its deadline an
 * invocation has failed. Seen in consumers: a second completion is ignored. Assumed: one that comes too late is as well.
 */
export const judgeCompletion = (
  invocation: CompletedInvocation | undefined,
  { secret, now }: Readonly<{ secret: string; now: number }>,
): CompletionJudgement => {
  if (!invocation) return { kind: 'refused', reason: 'unknown-invocation' };
  if (invocation.secret !== secret) return { kind: 'refused', reason: 'wrong-secret' };
  if (invocation.completed !== undefined) return { kind: 'ignored', reason: 'second' };
  if (invocation.deadlineAt !== undefined && now >= invocation.deadlineAt) {
    return { kind: 'ignored', reason: 'after-deadline' };
  }

  return { kind: 'accepted' };
};
