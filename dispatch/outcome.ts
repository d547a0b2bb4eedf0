import { failure, type LocalizedError } from './failure.ts';
import { isJsonObject, parseJson } from './json.ts';
import type { DispatchMode } from './mode.ts';

/** What came back from a subscriber. */
export type SubscriberAnswer =
  | Readonly<{ kind: 'answered'; status: number; body: string }>
  /** Nothing, or not all of it, in the subscriber's 10 s. */
  | Readonly<{ kind: 'late' }>
  /** `reason`: what the connection came to, such as ECONNREFUSED. */
  | Readonly<{ kind: 'unreachable'; reason: string }>;

/** What a dispatch makes of its invocation. */
export type Outcome =
  | Readonly<{ kind: 'completed'; output: unknown }>
  /** Acknowledged; the output is awaited as a completion. */
  | Readonly<{ kind: 'open' }>
  | Readonly<{ kind: 'failed'; localizedError: LocalizedError }>;

type Answered = Extract<SubscriberAnswer, { kind: 'answered' }>;

/**
 * Reads an answer as the mode has it. Documented: SYNC, the body of the 200 is the output; ASYNC, the 200
 * acknowledges; DYNAMIC, a 200 with an output completes and a 202 leaves open; no success, or no answer in time, is
 * a failure. Assumed: any other 2xx counts as a 200, a redirect is not followed and so is a failure, and
 * an output is a JSON object, the empty one included.
 */
export const readAnswer = (mode: DispatchMode, answer: SubscriberAnswer): Outcome => {
  if (answer.kind === 'late') return failed(failure.late());
  if (answer.kind === 'unreachable') return failed(failure.unreachable(answer.reason));
  if (answer.status < 200 || answer.status > 299) return failed(failure.refused(answer.status));

  return successes[mode](answer);
};

const failed = (localizedError: LocalizedError): Outcome => ({ kind: 'failed', localizedError });

const readOutput = ({ body }: Answered): Outcome => {
  const output = parseJson(body);

  return isJsonObject(output) ? { kind: 'completed', output } : failed(failure.noOutput());
};

const successes: Readonly<Record<DispatchMode, (answer: Answered) => Outcome>> = {
  FIRE_AND_FORGET: () => ({ kind: 'completed', output: null }),
  SYNC: readOutput,
  ASYNC: () => ({ kind: 'open' }),
  DYNAMIC: (answer) => (answer.status === 202 ? { kind: 'open' } : readOutput(answer)),
};
