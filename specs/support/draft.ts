import { randomUUID } from 'node:crypto';
import type { JsonObject } from './answer.ts';

/** An HTTP subscription as a careful guest creates it: marked, disabled, to a reserved host. */
export const draftOf = (name: string, triggerId: string, members: JsonObject = {}): JsonObject => ({
  name,
  triggerId,
  type: 'HTTP',
  responseDeadline: 'PT2H',
  enabled: false,
  httpConfig: {
    url: `https://example.com/isc-triggers/${randomUUID()}`,
    httpDispatchMode: 'SYNC',
    httpAuthenticationType: 'NO_AUTH',
  },
  ...members,
});

/** The same object without some of its members. */
export const without = (object: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
