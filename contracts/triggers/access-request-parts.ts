import { array, either, object, oneOfThese, orNull, reference, text } from './schema-parts.ts';

/** Whom access is asked for: one identity in real events, a list of up to ten in the API description. */
export const requestedFor = either(
  reference('IDENTITY'),
  array(reference('IDENTITY'), { minItems: 1, maxItems: 10 }),
);

const requestedItem = {
  required: {
    id: text,
    name: text,
    type: oneOfThese('ACCESS_PROFILE', 'ROLE', 'ENTITLEMENT'),
    operation: oneOfThese('Add', 'Remove'),
  },
  optional: { description: orNull(text), comment: orNull(text) },
};

/** An access request before anybody decided on it. */
export const openRequest = object({
  accessRequestId: text,
  requestedFor,
  requestedItems: array(object(requestedItem.required, requestedItem.optional), {
    minItems: 1,
    maxItems: 25,
  }),
  requestedBy: reference('IDENTITY'),
});

/** What becomes of a requested item: the item itself and the decisions on it. */
export const decidedItem = (decisions: Readonly<Record<string, Readonly<{ [keyword: string]: unknown }>>>) =>
  object(
    { ...requestedItem.required, ...decisions },
    { ...requestedItem.optional, clientMetadata: orNull({ type: 'object', additionalProperties: true }) },
  );

export const samples = {
  requester: { type: 'IDENTITY', id: 'f1b0c6d27e8a4c39a5d20e64b7c19301', name: 'Ilse Brandt' },
  recipient: { type: 'IDENTITY', id: 'a93d5e0b64f147c2b8e17c0d5f2a6602', name: 'Tomas Okafor' },
  role: {
    id: '6c2e9f10b7d84a53917e0f4c8d3b2a03',
    name: 'Harbour Ledger Clerk',
    description: 'Reads and posts entries of the harbour ledger',
    type: 'ROLE',
    operation: 'Add',
    comment: 'Covers for a colleague until the end of March',
  },
  profile: {
    id: '0d7b4a96e3c2458f8a61b5290fce7d04',
    name: 'Ferry Timetable Editor',
    description: null,
    type: 'ACCESS_PROFILE',
    operation: 'Add',
    comment: null,
  },
} as const;
