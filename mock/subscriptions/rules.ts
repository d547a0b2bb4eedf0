import type { Problem } from '../call.ts';
import type { HttpConfig, SubscriptionRecord } from '../records.ts';
import type { Tenant } from '../tenant.ts';

/** ISO 8601 duration, not negative: `PT1H`, `P1DT12H`, `PT0.5S`, `P2W`. */
const duration =
  /^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?)$/;

/** What no schema says of a subscription: its parts fit one another, its deadline and its filter can be read. */
export const subscriptionProblems = (
  subscription: SubscriptionRecord,
  tenant: Tenant,
): readonly Problem[] => [
  ...configProblems(subscription),
  ...credentialProblems(subscription.httpConfig),
  ...deadlineProblems(subscription.responseDeadline),
  ...filterProblems(subscription.filter, tenant),
];

const configProblems = ({ type, httpConfig, eventBridgeConfig }: SubscriptionRecord): readonly Problem[] => {
  if (type === 'HTTP' && !httpConfig) return [{ field: 'httpConfig', text: 'is required for type HTTP' }];
  if (type === 'EVENTBRIDGE' && !eventBridgeConfig) {
    return [{ field: 'eventBridgeConfig', text: 'is required for type EVENTBRIDGE' }];
  }

  return [];
};

const credentialProblems = (config: HttpConfig | null | undefined): readonly Problem[] => {
  if (config?.httpAuthenticationType === 'BASIC_AUTH' && !config.basicAuthConfig) {
    return [{ field: 'httpConfig.basicAuthConfig', text: 'is required for BASIC_AUTH' }];
  }
  if (config?.httpAuthenticationType === 'BEARER_TOKEN' && !config.bearerTokenAuthConfig) {
    return [{ field: 'httpConfig.bearerTokenAuthConfig', text: 'is required for BEARER_TOKEN' }];
  }

  return [];
};

const deadlineProblems = (deadline: unknown): readonly Problem[] =>
  typeof deadline === 'string' && duration.test(deadline)
    ? []
    : [{ field: 'responseDeadline', text: 'an ISO-8601 duration such as PT1H is expected' }];

const filterProblems = (filter: unknown, tenant: Tenant): readonly Problem[] =>
  typeof filter !== 'string' || tenant.filters.compiles(filter)
    ? []
    : [{ field: 'filter', text: 'is not a valid JSONPath expression' }];
