import type { Clause } from './clause.ts';
import { sources } from './sources.ts';

/** What listTriggers says of the triggers. */
export const triggerClauses = {
  'triggers.list': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'The triggers of the tenant are listed with id, name, type, input schema and sample input.',
    source: sources.description,
  },
  'triggers.catalogue': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'The 20 documented triggers are offered.',
    source: sources.triggerGuide,
  },
  'triggers.type': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'A documented trigger has its documented type, REQUEST_RESPONSE or FIRE_AND_FORGET.',
    source: sources.triggerGuide,
  },
  'triggers.unique': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'No trigger is listed twice.',
    source: sources.description,
  },
  'triggers.input-schema': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'The input schema is a JSON Schema, serialised as a text.',
    source: sources.description,
  },
  'triggers.output-schema': {
    level: 'must',
    operation: 'listTriggers',
    status: 200,
    statement: 'The output schema, where there is one, is a JSON Schema serialised as a text.',
    source: sources.description,
  },
  'triggers.output-schema.present': {
    level: 'should',
    operation: 'listTriggers',
    status: 200,
    statement: 'A REQUEST_RESPONSE trigger says what output it takes.',
    source: sources.description,
  },
} as const satisfies Record<string, Clause>;
