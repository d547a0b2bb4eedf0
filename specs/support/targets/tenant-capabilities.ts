import type { Settings } from '../../../config.ts';
import type { Capability } from '../capabilities.ts';

/** What the settings let a run do on a tenant. Faults and bulk are for the embedded one. */
export const capabilitiesOf = ({
  risks,
  quota,
  ...settings
}: Extract<Settings, { target: 'tenant' }>): ReadonlySet<Capability> => {
  const { writes, tenant } = settings;
  const has: Record<Capability, boolean> = {
    writes,
    enabled: writes && risks.has('enabled'),
    limits: writes && risks.has('limits'),
    slots: writes && risks.has('slots'),
    quota: risks.has('quota') && quota !== 'off',
    readonly: tenant.credentials.readonly !== undefined,
    noscope: tenant.credentials.noscope !== undefined,
    expired: tenant.expiredToken !== undefined,
    subscriber: tenant.loopback || settings.subscriber.url !== undefined,
    broadcast: writes && tenant.loopback,
    days: false,
    bulk: false,
    faults: false,
  };

  return new Set((Object.keys(has) as Capability[]).filter((capability) => has[capability]));
};
