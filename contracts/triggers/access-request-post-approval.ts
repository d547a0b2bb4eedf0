import { decidedItem, requestedFor, samples } from './access-request-parts.ts';
import { array, object, oneOfThese, orNull, reference, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const approval = object(
  { approvalDecision: oneOfThese('APPROVED', 'DENIED'), approverName: text, approver: reference('IDENTITY') },
  { approvalComment: orNull(text) },
);

export const accessRequestPostApproval = fireAndForget({
  id: 'idn:access-request-post-approval',
  name: 'Access Request Decision',
  description: 'The last approver of an access request decided.',
  inputSchema: object({
    accessRequestId: text,
    requestedFor,
    requestedItemsStatus: array(decidedItem({ approvalInfo: array(approval) })),
    requestedBy: reference('IDENTITY'),
  }),
  sampleInput: {
    accessRequestId: 'd16a03c8f27e4b95ae40718b5dc9e214',
    requestedFor: samples.recipient,
    requestedItemsStatus: [
      {
        ...samples.role,
        clientMetadata: { costCentre: 'quay-4' },
        approvalInfo: [
          {
            approvalComment: 'Agreed with the ledger desk',
            approvalDecision: 'APPROVED',
            approverName: 'Noor Velasco',
            approver: { type: 'IDENTITY', id: '7e95b2c40d6f4138b9a7e30c5f81d215', name: 'Noor Velasco' },
          },
        ],
      },
    ],
    requestedBy: samples.requester,
  },
});
