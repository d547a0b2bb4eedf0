import type { OperationId } from '../../../contracts/operations.ts';
import type { SubscriptionRecord } from '../../records.ts';
import { maskSecrets } from '../../subscriptions/secrets.ts';
import { within } from '../change.ts';
import type { Apply, Mutant } from '../mutant.ts';

const shows = (operation: OperationId, show: (subscription: SubscriptionRecord) => unknown): Apply =>
  within(operation, ({ present }) => ({ present: { ...present, subscription: show } }));

const inClear = (subscription: SubscriptionRecord): unknown => subscription;

/** Shows what only one of the two kinds of authentication holds. */
const bearerInClear = (subscription: SubscriptionRecord): unknown =>
  subscription.httpConfig?.httpAuthenticationType === 'BEARER_TOKEN'
    ? subscription
    : maskSecrets(subscription);

const withStars = (subscription: SubscriptionRecord): unknown =>
  JSON.parse(JSON.stringify(maskSecrets(subscription)).replaceAll('"password":null', '"password":"****"'));

export const secretMutants: readonly Mutant[] = [
  {
    id: 'secrets-shown-when-created',
    breaks: 'subscriptions.secrets',
    apply: shows('createSubscription', inClear),
  },
  {
    id: 'secrets-shown-when-listed',
    breaks: 'subscriptions.secrets',
    apply: shows('listSubscriptions', inClear),
  },
  {
    id: 'secrets-shown-when-updated',
    breaks: 'subscriptions.secrets',
    apply: shows('updateSubscription', inClear),
  },
  {
    id: 'secrets-shown-when-patched',
    breaks: 'subscriptions.secrets',
    apply: shows('patchSubscription', inClear),
  },
  {
    id: 'bearer-token-shown-when-listed',
    breaks: 'subscriptions.secrets',
    apply: shows('listSubscriptions', bearerInClear),
  },
  {
    id: 'password-comes-back-as-stars',
    breaks: 'subscriptions.secrets',
    apply: shows('createSubscription', withStars),
  },
];
