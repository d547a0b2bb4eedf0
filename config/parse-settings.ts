import { risks } from '../client/guard.ts';
import { isLoopback } from '../client/loopback.ts';
import type { Credentials } from '../client/tokens.ts';
import {
  type Parsed,
  parseBaseUrl,
  parseHost,
  parsePort,
  parseProxy,
  parseQuota,
  parseRisks,
  parseSubscriberUrl,
  parseTarget,
  parseVersions,
} from './setting-parsers.ts';
import type { SettingName, Settings, Tenant, Values } from './settings.ts';

export type ParsedSettings = Readonly<{
  settings?: Settings;
  problems: readonly string[];
  warnings: readonly string[];
}>;

type Report = (problem: string) => void;

/** What the documented quota of a tenant is taken to be where nothing else is said. */
const documentedQuota = { requests: 100, windowMs: 10_000 };

const purposes = {
  SAIL_BASE_URL: "a tenant run needs the tenant's address",
  SAIL_CLIENT_ID: 'a tenant run needs a personal access token',
  SAIL_CLIENT_SECRET: 'a tenant run needs a personal access token',
} as const satisfies Partial<Record<SettingName, string>>;

/** Checks all settings together. Collects every problem, so that one look is enough to mend them. */
export function parseSettings(values: Values): ParsedSettings {
  const problems: string[] = [];
  const warnings: string[] = [];
  const read = <T>(name: SettingName, parse: (text: string) => Parsed<T>): T | undefined => {
    const text = values[name];
    const parsed = text === undefined ? undefined : parse(text);
    if (parsed && !parsed.ok) problems.push(parsed.problem);

    return parsed?.ok ? parsed.value : undefined;
  };

  const target = read('ISC_TARGET', parseTarget) ?? 'mock';
  const apiVersions = read('ISC_API_VERSION', parseVersions) ?? ['beta'];
  const named = read('ISC_ALLOW_RISKS', parseRisks);
  const quota = read('ISC_QUOTA', parseQuota);
  const httpProxy = read('HTTP_PROXY', (text) => parseProxy('HTTP_PROXY', text));
  const httpsProxy = read('HTTPS_PROXY', (text) => parseProxy('HTTPS_PROXY', text));
  const common = {
    apiVersions,
    subscriber: subscriberOf(
      read('ISC_SUBSCRIBER_URL', parseSubscriberUrl),
      read('ISC_SUBSCRIBER_PORT', parsePort),
      (problem) => problems.push(problem),
    ),
    proxy: {
      ...(httpProxy === undefined ? {} : { httpProxy }),
      ...(httpsProxy === undefined ? {} : { httpsProxy }),
      ...(values.NO_PROXY === undefined ? {} : { noProxy: values.NO_PROXY }),
    },
    ...(values.K6_BIN === undefined ? {} : { k6Bin: values.K6_BIN }),
  };

  if (target === 'mock')
    return {
      ...(problems.length === 0
        ? { settings: { ...common, target, writes: true, risks: new Set(risks), quota: quota ?? 'off' } }
        : {}),
      problems,
      warnings,
    };

  const allowWritesHost = read('ISC_ALLOW_WRITES', parseHost);
  const tenant = tenantOf(values, read('SAIL_BASE_URL', parseBaseUrl), (problem) => problems.push(problem));
  if (!tenant || problems.length > 0) return { problems, warnings };

  warnings.push(...tenantWarnings(tenant, allowWritesHost, named !== undefined));

  return {
    settings: {
      ...common,
      target,
      tenant,
      writes: allowWritesHost === tenant.host,
      ...(allowWritesHost === undefined ? {} : { allowWritesHost }),
      risks: new Set(named ?? (tenant.loopback ? risks : [])),
      quota: quota ?? documentedQuota,
    },
    problems,
    warnings,
  };
}

const tenantOf = (values: Values, url: URL | undefined, report: Report): Tenant | undefined => {
  for (const [name, purpose] of Object.entries(purposes))
    if (values[name as SettingName] === undefined)
      report(`${name} is not set: ${purpose}. Put it into .env (see .env.example).`);

  const pair = (id: SettingName, secret: SettingName): Credentials | undefined => {
    const [clientId, clientSecret] = [values[id], values[secret]];
    if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
    const [set, missing] = clientId === undefined ? [secret, id] : [id, secret];
    if (clientId !== undefined || clientSecret !== undefined)
      report(`${set} is set and ${missing} is not: a client needs both. Set ${missing}, or take ${set} out.`);

    return undefined;
  };
  const readonly = pair('ISC_READONLY_CLIENT_ID', 'ISC_READONLY_CLIENT_SECRET');
  const noscope = pair('ISC_NOSCOPE_CLIENT_ID', 'ISC_NOSCOPE_CLIENT_SECRET');
  const {
    SAIL_CLIENT_ID: clientId,
    SAIL_CLIENT_SECRET: clientSecret,
    ISC_EXPIRED_TOKEN: expiredToken,
  } = values;
  if (!url || clientId === undefined || clientSecret === undefined) return undefined;

  return {
    baseUrl: url.origin,
    host: url.hostname,
    loopback: isLoopback(url.hostname),
    credentials: {
      full: { clientId, clientSecret },
      ...(readonly ? { readonly } : {}),
      ...(noscope ? { noscope } : {}),
    },
    ...(expiredToken === undefined ? {} : { expiredToken }),
  };
};

const subscriberOf = (
  url: URL | undefined,
  port: number | undefined,
  report: Report,
): Settings['subscriber'] => {
  if (!url) return port === undefined ? {} : { port };
  if (port === undefined && !isLoopback(url.hostname))
    report(
      'ISC_SUBSCRIBER_URL is set and ISC_SUBSCRIBER_PORT is not: the suite must know which local port stands behind the address. Set it.',
    );

  return {
    url: url.href.replace(/\/$/, ''),
    port: port ?? Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
  };
};

const tenantWarnings = (
  tenant: Tenant,
  allowWritesHost: string | undefined,
  risksNamed: boolean,
): string[] => [
  ...(tenant.baseUrl.startsWith('http:') && !tenant.loopback
    ? [
        `SAIL_BASE_URL is plain http: the secret and every token travel to ${tenant.host} unencrypted. Write https://.`,
      ]
    : []),
  ...(allowWritesHost !== undefined && allowWritesHost !== tenant.host
    ? [`ISC_ALLOW_WRITES names ${allowWritesHost} and the tenant is ${tenant.host}: this run is read-only.`]
    : []),
  ...(risksNamed && allowWritesHost === undefined
    ? ['ISC_ALLOW_RISKS is set and ISC_ALLOW_WRITES is not: without writes there is little to risk.']
    : []),
];
