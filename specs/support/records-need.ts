import type { Capability } from './capabilities.ts';

/** What it takes to have known records in a list: triggers are there, subscriptions have to be made. */
export const recordsNeed = {
  listTriggers: [],
  listSubscriptions: ['writes'],
  listTriggerInvocationStatus: ['writes'],
} as const satisfies Record<string, readonly Capability[]>;
