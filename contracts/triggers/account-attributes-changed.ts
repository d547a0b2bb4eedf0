import { account, samples, uuid } from './account-parts.ts';
import { array, either, flag, nothing, object, orNull, reference, text } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const value = either(text, flag, array(orNull(text)), nothing);

export const accountAttributesChanged = fireAndForget({
  id: 'idn:account-attributes-changed',
  name: 'Account Attributes Changed',
  description: 'An aggregation found other values in the attributes of an account.',
  inputSchema: object({
    identity: reference('IDENTITY'),
    source: reference('SOURCE'),
    account: object({ ...account, uuid }),
    changes: array(object({ attribute: text, oldValue: value, newValue: value })),
  }),
  sampleInput: {
    ...samples,
    changes: [
      { attribute: 'berth', oldValue: 'north quay', newValue: 'south quay' },
      { attribute: 'onLeave', oldValue: null, newValue: false },
      { attribute: 'groups', oldValue: ['deckhands'], newValue: ['deckhands', 'first-aiders'] },
    ],
  },
});
