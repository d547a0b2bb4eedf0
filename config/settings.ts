import type { Risk } from '../client/guard.ts';
import type { Quota } from '../client/pacer.ts';
import type { ClientIdentity, Credentials } from '../client/tokens.ts';
import type { ProxySettings } from '../client/transport.ts';
import type { ApiVersion } from '../contracts/versions.ts';

/** Every setting of the program, in the order in which doctor shows them. */
export const settingNames = [
  'ISC_TARGET',
  'SAIL_BASE_URL',
  'SAIL_CLIENT_ID',
  'SAIL_CLIENT_SECRET',
  'ISC_API_VERSION',
  'ISC_ALLOW_WRITES',
  'ISC_ALLOW_RISKS',
  'ISC_READONLY_CLIENT_ID',
  'ISC_READONLY_CLIENT_SECRET',
  'ISC_NOSCOPE_CLIENT_ID',
  'ISC_NOSCOPE_CLIENT_SECRET',
  'ISC_EXPIRED_TOKEN',
  'ISC_QUOTA',
  'ISC_SUBSCRIBER_URL',
  'ISC_SUBSCRIBER_PORT',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'K6_BIN',
] as const;

export type SettingName = (typeof settingNames)[number];

/** Where a setting's value comes from, in the words that doctor uses. */
export type SettingSource = 'environment' | 'environment, wins over .env' | '.env' | 'default';

/** Non-empty values by name. */
export type Values = Readonly<Partial<Record<SettingName, string>>>;

/** A tenant of its own, in contrast to the mock in this process. */
export type Tenant = Readonly<{
  /** Without version and trailing slash. */
  baseUrl: string;
  /** Host name without port. */
  host: string;
  loopback: boolean;
  credentials: Readonly<
    { full: Credentials } & Partial<Record<Exclude<ClientIdentity, 'full'>, Credentials>>
  >;
  expiredToken?: string;
}>;

type Common = Readonly<{
  /** At least one. */
  apiVersions: readonly ApiVersion[];
  /** What a run may do beyond creating disabled subscriptions of its own. */
  risks: ReadonlySet<Risk>;
  quota: Quota;
  subscriber: Readonly<{ url?: string; port?: number }>;
  proxy: ProxySettings;
  k6Bin?: string;
}>;

/** What a run was told, checked; frozen. */
export type Settings = Common &
  (
    | Readonly<{ target: 'mock'; writes: true }>
    | Readonly<{
        target: 'tenant';
        tenant: Tenant;
        /** Whether ISC_ALLOW_WRITES names this tenant. */
        writes: boolean;
        allowWritesHost?: string;
      }>
  );
