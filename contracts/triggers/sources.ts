import type { JsonSchema } from '../json-schema.ts';
import { dateTime, object, reference, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const sourceEvent = (time: Readonly<Record<string, JsonSchema>>): JsonSchema =>
  object({ id: text, name: text, type: text, ...time, connector: text, actor: reference('IDENTITY') });

// Exactly the documented members: with one more or less some SDKs cannot decode the list of triggers.
const sample = {
  id: '37b9d2e8f05c4164a8d0e5c7192f6b80',
  name: 'Harbour Directory',
  type: 'DIRECT_CONNECT',
  connector: 'harbour-directory',
  actor: { type: 'IDENTITY', id: '7e95b2c40d6f4138b9a7e30c5f81d215', name: 'Noor Velasco' },
};

export const sourceCreated = fireAndForget({
  id: 'idn:source-created',
  name: 'Source Created',
  description: 'Somebody set up a source.',
  inputSchema: sourceEvent({ created: dateTime }),
  sampleInput: { ...sample, created: '2026-03-06T09:20:11.450Z' },
});

export const sourceDeleted = fireAndForget({
  id: 'idn:source-deleted',
  name: 'Source Deleted',
  description: 'Somebody removed a source.',
  inputSchema: sourceEvent({ deleted: dateTime }),
  sampleInput: { ...sample, deleted: '2026-03-09T16:45:30.002Z' },
});

export const sourceUpdated = fireAndForget({
  id: 'idn:source-updated',
  name: 'Source Updated',
  description: 'Somebody changed the settings of a source.',
  inputSchema: sourceEvent({ modified: dateTime }),
  sampleInput: { ...sample, modified: '2026-03-07T11:02:59.731Z' },
});
