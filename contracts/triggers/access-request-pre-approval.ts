import { openRequest, samples } from './access-request-parts.ts';
import { flag, object, text } from './schema-parts.ts';
import { requestResponse } from './trigger.ts';

export const accessRequestPreApproval = requestResponse({
  id: 'idn:access-request-pre-approval',
  name: 'Access Request Submitted',
  description:
    'An access request was made, and the subscriber approves or denies it before anybody else is asked.',
  inputSchema: openRequest,
  sampleInput: {
    accessRequestId: '8b24d7f95e0c4a1683fd6e21c09b7a13',
    requestedFor: samples.recipient,
    requestedItems: [samples.profile],
    requestedBy: samples.requester,
  },
  outputSchema: object({ approved: flag, comment: text, approver: text }),
  sampleOutput: { approved: true, comment: 'Within the rota of the ferry desk', approver: 'Rota Check' },
});
