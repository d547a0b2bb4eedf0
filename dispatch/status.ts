import type { InvocationStatus } from '../contracts/types.ts';
import type { LocalizedError } from './failure.ts';

/** What is known of an invocation. Times in ms since 1970-01-01T00:00:00Z. */
export type InvocationFacts = Readonly<{
  id: string;
  triggerId: string;
  subscriptionId: string;
  subscriptionName: string;
  type: InvocationStatus['type'];
  input: unknown;
  contentJson: unknown;
  created: number;
  /** Absent while the invocation is in flight. */
  completed?: number | undefined;
  localizedError?: LocalizedError | null | undefined;
  output?: unknown;
}>;

/** A status as it is sent: the members of InvocationStatus, what they hold unchecked. */
export type StatusRecord = Readonly<{ [Member in keyof InvocationStatus]: unknown }>;

/**
 * The record that the list of statuses shows. Documented: the members, and that `completed` is empty in flight.
 * Seen: it is null then, and a finished FIRE_AND_FORGET invocation has both `localizedError` and `output` as null.
 * Assumed: in flight there is no `completeInvocationInput`.
 */
export const toInvocationStatus = (facts: InvocationFacts): StatusRecord => ({
  id: facts.id,
  triggerId: facts.triggerId,
  subscriptionName: facts.subscriptionName,
  subscriptionId: facts.subscriptionId,
  type: facts.type,
  created: isoTime(facts.created),
  completed: facts.completed === undefined ? null : isoTime(facts.completed),
  startInvocationInput: { triggerId: facts.triggerId, input: facts.input, contentJson: facts.contentJson },
  ...(facts.completed !== undefined && {
    completeInvocationInput: {
      localizedError: facts.localizedError ?? null,
      output: facts.output ?? null,
    },
  }),
});

const isoTime = (ms: number): string => new Date(ms).toISOString();
