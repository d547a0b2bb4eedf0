/** The payloads of the field cases: what people of this field ran into. */
const identity = { id: 'i1', name: 'n', type: 'IDENTITY' };
const person = { id: 'u1', name: 'U', type: 'IDENTITY' };
const items = [
  { id: 'a', name: 'Engineering Access', type: 'ROLE', comment: null },
  { id: 'b', name: 'Finance', type: 'ACCESS_PROFILE' },
];

export const events = {
  created: {
    identity,
    attributes: {
      displayName: 'T',
      email: null,
      employeeNumber: null,
      inactive: 'true',
      isManager: false,
      uid: 'E1',
      created: '2026-02-24T05:53:43.582Z',
    },
  },
  elsewhere: { identity, attributes: { countryCode: 'FR' } },
  lifecycle: {
    identity,
    changes: [{ attribute: 'lifecycleState', oldValue: 'draft', newValue: 'active' }],
  },
  changed: {
    identity,
    changes: [
      { attribute: 'department', oldValue: 'sales', newValue: 'marketing' },
      { attribute: 'manager', oldValue: { id: 'm1', name: 'Old', type: 'IDENTITY' }, newValue: null },
      { attribute: 'email', oldValue: null, newValue: 'a@b.c' },
      { attribute: 'phone', newValue: '' },
    ],
  },
  request: { accessRequestId: 'r1', requestedFor: person, requestedItems: items },
  requestForList: { accessRequestId: 'r1', requestedFor: [person], requestedItems: items.slice(0, 1) },
  search: { searchResults: { Account: { count: '69' }, Identity: { count: 3 } } },
  withoutChanges: { identity: { id: 'i1' } },
  nullChanges: { changes: null },
  emptyChanges: { changes: [] },
} as const;
