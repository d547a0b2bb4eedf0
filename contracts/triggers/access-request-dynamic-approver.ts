import { openRequest, samples } from './access-request-parts.ts';
import { oneOfThese, text } from './schema-parts.ts';
import { requestResponse } from './trigger.ts';

export const accessRequestDynamicApprover = requestResponse({
  id: 'idn:access-request-dynamic-approver',
  name: 'Access Request Dynamic Approval',
  description:
    'An access request was made, and the subscriber names a further approver for it or declines to.',
  inputSchema: openRequest,
  sampleInput: {
    accessRequestId: '3f8e61d0c75b4e29b4a8097d6c1e5f11',
    requestedFor: samples.recipient,
    requestedItems: [samples.role, samples.profile],
    requestedBy: samples.requester,
  },
  outputSchema: {
    type: ['object', 'null'],
    description: 'The approver. An answer with nothing in it names none.',
    properties: { id: text, name: text, type: oneOfThese('IDENTITY', 'GOVERNANCE_GROUP') },
    dependentRequired: { id: ['name', 'type'], name: ['id', 'type'], type: ['id', 'name'] },
  },
  sampleOutput: { id: 'b5c80f3e91d24d67a0e3f76c2b948a12', name: 'Ledger Owners', type: 'GOVERNANCE_GROUP' },
});
