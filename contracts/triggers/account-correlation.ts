import { accountReference, samples } from './account-parts.ts';
import { anyObject, integer, object, reference } from './schema-parts.ts';
import { fireAndForget } from './trigger.ts';

const correlation = {
  identity: reference('IDENTITY'),
  source: reference('SOURCE'),
  account: accountReference,
};

export const accountCorrelated = fireAndForget({
  id: 'idn:account-correlated',
  name: 'Account Correlated',
  description: 'An account was found to belong to an identity.',
  inputSchema: object({ ...correlation, attributes: anyObject }, { entitlementCount: integer }),
  sampleInput: {
    ...samples,
    attributes: { givenName: 'Maren', familyName: 'Sato', crewNumber: 'F-1180', active: true },
    entitlementCount: 3,
  },
});

export const accountUncorrelated = fireAndForget({
  id: 'idn:account-uncorrelated',
  name: 'Account Uncorrelated',
  description: 'An account does not belong to its identity any longer.',
  inputSchema: object(correlation, { entitlementCount: integer }),
  sampleInput: { ...samples, entitlementCount: 0 },
});
