import type { SkipRecord } from '../../reports/record.ts';

/** What a spec may need beyond reading, and what a person is told where the target does not give it. */
export const capabilities = {
  writes: {
    reason: 'creates subscriptions of its own, disabled, and removes them',
    setting: 'ISC_ALLOW_WRITES=HOST',
  },
  enabled: {
    reason: 'an enabled subscription receives live events',
    setting: 'ISC_ALLOW_RISKS=enabled',
  },
  limits: {
    reason: 'would take places of a trigger that others need',
    setting: 'ISC_ALLOW_RISKS=limits',
  },
  slots: {
    reason: 'needs a free REQUEST_RESPONSE slot',
    setting: 'ISC_ALLOW_RISKS=slots',
  },
  quota: {
    reason: "would use up the client's quota",
    setting: 'ISC_ALLOW_RISKS=quota, and ISC_QUOTA other than off',
  },
  readonly: {
    reason: 'needs a client with read scopes only',
    setting: 'ISC_READONLY_CLIENT_ID and ISC_READONLY_CLIENT_SECRET',
  },
  noscope: {
    reason: 'needs a client without scopes of the trigger service',
    setting: 'ISC_NOSCOPE_CLIENT_ID and ISC_NOSCOPE_CLIENT_SECRET',
  },
  expired: {
    reason: 'needs a token that has expired',
    setting: 'ISC_EXPIRED_TOKEN',
  },
  subscriber: {
    reason: 'needs a subscriber that the tenant reaches',
    setting: 'ISC_SUBSCRIBER_URL and ISC_SUBSCRIBER_PORT',
  },
  broadcast: {
    reason: 'would need a test event to all subscribers: judged on the mock',
  },
  days: {
    reason: 'would take days: judged on the mock',
  },
  bulk: {
    reason: 'needs more than 250 records of its own: judged on the mock',
  },
  faults: {
    reason: 'only a fault provokes it: judged on the mock',
  },
} as const satisfies Record<string, { reason: string; setting?: string }>;

export type Capability = keyof typeof capabilities;

/** How a spec that lacks a capability is reported. */
export const skipFor = (missing: Capability, host: string): SkipRecord => {
  const { reason, setting }: { reason: string; setting?: string } = capabilities[missing];

  return { capability: missing, reason, ...(setting && { setting: setting.replace('HOST', host) }) };
};
