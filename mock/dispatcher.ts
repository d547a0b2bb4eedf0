import type { Clock } from './clock.ts';
import type { InvocationRecord, LocalizedMessage, SubscriptionRecord } from './records.ts';
import type { Store } from './store.ts';

/** What ends an invocation. */
export type Completion = Readonly<{ output: unknown; localizedError: LocalizedMessage | null }>;

/** What becomes of an invocation once it was recorded. */
export type Dispatcher = Readonly<{
  start: (invocation: InvocationRecord, subscription: SubscriptionRecord) => void;
  complete: (invocation: InvocationRecord, completion: Completion) => void;
}>;

/** Sends nothing: an invocation stays in flight until it is completed. */
export const silentDispatcher = ({ clock, store }: Readonly<{ clock: Clock; store: Store }>): Dispatcher => ({
  start: () => undefined,
  complete: (invocation, completion) =>
    store.invocations.put({ ...invocation, ...completion, completed: clock.now() }),
});
