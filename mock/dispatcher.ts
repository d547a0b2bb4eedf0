import type { Delivery } from './dispatch/delivery.ts';
import type { Completion } from './dispatch/steps.ts';
import type { InvocationRecord } from './records.ts';
import type { Tenant } from './tenant.ts';

/** What becomes of an invocation once it was recorded. A tenant has one of its own. */
export type Dispatcher = Readonly<{
  /** Begins a delivery, and does not wait for what comes of it. */
  start: (delivery: Delivery, tenant: Tenant) => void;
  /** Ends an invocation by a completion that was judged before. */
  complete: (invocation: InvocationRecord, completion: Completion, tenant: Tenant) => void;
  /** Breaks off what is on its way. */
  close: () => Promise<void>;
}>;

/** Sends nothing and knows no deadline: an invocation stays in flight until it is completed. */
export const silentDispatcher = (): Dispatcher => ({
  start: () => undefined,
  complete: (invocation, completion, tenant) => tenant.seams.dispatch.finish(invocation, completion, tenant),
  close: async () => undefined,
});
