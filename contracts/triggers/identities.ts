import { anyObject, array, either, flag, nothing, object, reference, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const scalar = either(text, { type: 'number' }, flag);
const value = either(text, flag, array(text), { type: 'object', additionalProperties: scalar }, nothing);

export const identityAttributesChanged = fireAndForget({
  id: 'idn:identity-attributes-changed',
  name: 'Identity Attributes Changed',
  description: 'Attributes of an identity got other values.',
  inputSchema: object({
    identity: reference('IDENTITY'),
    changes: array(object({ attribute: text }, { oldValue: value, newValue: value })),
  }),
  sampleInput: {
    identity: { type: 'IDENTITY', id: '80c5e7d1f93b4a26b1e4f86d0a5c9260', name: 'Yusuf Halden' },
    changes: [
      { attribute: 'department', oldValue: 'ferry desk', newValue: 'harbour office' },
      { attribute: 'remote', oldValue: false, newValue: true },
      {
        attribute: 'manager',
        oldValue: { type: 'IDENTITY', id: 'e08d35b7f2964c1ab5e7d9140c6f8b41', name: 'Priya Lund' },
        newValue: { type: 'IDENTITY', id: '7e95b2c40d6f4138b9a7e30c5f81d215', name: 'Noor Velasco' },
      },
    ],
  },
});

export const identityCreated = fireAndForget({
  id: 'idn:identity-created',
  name: 'Identity Created',
  description: 'An identity came into being, from an account of an authoritative source.',
  inputSchema: object({ identity: reference('IDENTITY'), attributes: anyObject }),
  sampleInput: {
    identity: { type: 'IDENTITY', id: '1e7c4b90d85f4e32a9f06b8d27c3e561', name: 'Agnes Rourke' },
    attributes: {
      firstname: 'Agnes',
      lastname: 'Rourke',
      displayName: 'Agnes Rourke',
      uid: 'arourke',
      employeeNumber: 'H-2041',
      email: 'agnes.rourke@ferry.example',
      department: 'harbour office',
      created: '2026-03-04T06:15:22.318Z',
      inactive: 'false',
      isManager: false,
      phone: null,
    },
  },
});
