import type { Completion } from './answer.ts';
import type { Arrived, Completed } from './entry.ts';

export type Fetch = typeof globalThis.fetch;

export type CompletionAnswer = Pick<Completed, 'status' | 'error'>;

const patienceMs = 30_000;

/**
 * Completes an invocation as its event says, with no token. Never rejects: an event without callbackURL, or one
 * that cannot be reached, comes to an `error`.
 */
export const sendCompletion = async (
  { metadata }: Pick<Arrived, 'metadata'>,
  { output, error, secret }: Completion,
  fetch: Fetch,
): Promise<CompletionAnswer> => {
  if (!metadata) return { status: undefined, error: 'the event names no callbackURL and secret' };
  try {
    const response = await fetch(metadata.callbackURL, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        secret: secret ?? metadata.secret,
        output,
        ...(error !== undefined && { error }),
      }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();

    return { status: response.status, error: undefined };
  } catch (failure) {
    return { status: undefined, error: reasonOf(failure) };
  }
};

const reasonOf = (failure: unknown): string => {
  const cause = failure instanceof Error ? (failure.cause ?? failure) : failure;

  return cause instanceof Error ? cause.message || cause.name : String(cause);
};
