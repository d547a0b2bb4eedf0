import type { JsonSchema } from '../json-schema.ts';

type Payload = Readonly<Record<string, unknown>>;

type Description = Readonly<{
  /** `idn:` and the name that subscriptions use. */
  id: string;
  /** As people see it. */
  name: string;
  /** When the trigger fires. */
  description: string;
  /** What an event of it looks like. Real events may hold more, so it is never a promise of its own. */
  inputSchema: JsonSchema;
  /** An invented event that fits. */
  sampleInput: Payload;
}>;

type Output = Readonly<{
  /** What the subscriber answers. */
  outputSchema: JsonSchema;
  /** An invented answer that fits. */
  sampleOutput: Payload;
}>;

export type RequestResponseTrigger = Description & Output & Readonly<{ type: 'REQUEST_RESPONSE'; limit: 1 }>;

export type FireAndForgetTrigger = Description &
  Readonly<{ type: 'FIRE_AND_FORGET'; limit: 50; outputSchema: null; sampleOutput: null }>;

/** One of the documented triggers. `limit` is how many subscriptions it takes at most. */
export type CatalogueTrigger = RequestResponseTrigger | FireAndForgetTrigger;

export const requestResponse = (trigger: Description & Output): RequestResponseTrigger => ({
  ...trigger,
  type: 'REQUEST_RESPONSE',
  limit: 1,
});

export const fireAndForget = (trigger: Description): FireAndForgetTrigger => ({
  ...trigger,
  type: 'FIRE_AND_FORGET',
  limit: 50,
  outputSchema: null,
  sampleOutput: null,
});
