import { array, object, oneOfThese, orNull, reference, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const attributeRequest = object(
  { attributeName: text, operation: oneOfThese('Add', 'Set', 'Remove') },
  { attributeValue: orNull(text) },
);

const accountRequest = object(
  {
    source: reference('SOURCE'),
    accountOperation: oneOfThese('Create', 'Modify', 'Enable', 'Disable', 'Unlock', 'Delete'),
    provisioningResult: oneOfThese('SUCCESS', 'PENDING', 'FAILED'),
    provisioningTarget: text,
  },
  { accountId: text, ticketId: orNull(text), attributeRequests: orNull(array(attributeRequest)) },
);

export const postProvisioning = fireAndForget({
  id: 'idn:post-provisioning',
  name: 'Provisioning Action Completed',
  description: 'A provisioning action on the accounts of an identity ended.',
  inputSchema: object(
    {
      trackingNumber: text,
      sources: text,
      recipient: reference('IDENTITY'),
      accountRequests: array(accountRequest),
    },
    {
      action: orNull(text),
      errors: orNull(array(text)),
      warnings: orNull(array(text)),
      requester: orNull(reference('IDENTITY')),
    },
  ),
  sampleInput: {
    trackingNumber: '9a51f6c0e27d48b3a4c90d7e3b86f170',
    sources: 'Ferry Payroll',
    action: 'Access Request',
    errors: null,
    warnings: null,
    recipient: { type: 'IDENTITY', id: 'a93d5e0b64f147c2b8e17c0d5f2a6602', name: 'Tomas Okafor' },
    requester: { type: 'IDENTITY', id: 'f1b0c6d27e8a4c39a5d20e64b7c19301', name: 'Ilse Brandt' },
    accountRequests: [
      {
        source: { type: 'SOURCE', id: '91e4c0d8a75f42b3b06d8f172ac5e331', name: 'Ferry Payroll' },
        accountId: 'uid=tokafor,ou=crew,dc=ferry,dc=example',
        accountOperation: 'Modify',
        provisioningResult: 'SUCCESS',
        provisioningTarget: 'Ferry Payroll',
        ticketId: null,
        attributeRequests: [{ attributeName: 'groups', attributeValue: 'ledger-clerks', operation: 'Add' }],
      },
    ],
  },
});
