import querystring from 'node:querystring';
import type { GuardPolicy } from './client/guard.ts';
import type { Masker } from './client/masker.ts';
import { readEnvFile } from './config/env-file.ts';
import { nearest } from './config/nearest.ts';
import { parseSettings } from './config/parse-settings.ts';
import {
  type SettingName,
  type SettingSource,
  type Settings,
  settingNames,
  type Values,
} from './config/settings.ts';

export type { SettingName, SettingSource, Settings } from './config/settings.ts';
export { settingNames } from './config/settings.ts';

export type ReadOptions = Readonly<{
  /** The environment, which wins over .env. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder of .env. */
  cwd: string;
  /** As on the command line, in place of ISC_API_VERSION: `v2024,v1` or `all`. */
  apiVersions?: string;
  /** Learns every secret of the settings. */
  masker?: Masker;
}>;

export type ReadSettings = Readonly<{
  /** Absent where there are problems. */
  settings?: Settings;
  /** Each a sentence or two: what, why, what to do. */
  problems: readonly string[];
  /** What does not stop a run, and is probably not meant. */
  warnings: readonly string[];
  /** Where each setting comes from. */
  sources: Readonly<Record<SettingName, SettingSource>>;
  /** The settings as they were given; values of secrets among them. */
  values: Values;
}>;

/** Settings that cannot be used. The message names each problem. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], warnings: readonly string[] = []) {
    super(
      [
        ...(problems.length > 1 ? [`${problems.length} settings are wrong.`] : []),
        ...problems,
        ...warnings,
      ].join('\n'),
    );
    this.problems = problems;
  }
}

/** The settings of a run. Throws SettingsError. */
export function loadSettings(options: ReadOptions): Settings {
  const { settings, problems, warnings } = readSettings(options);
  if (!settings) throw new SettingsError(problems, warnings);

  return settings;
}

/** The settings with all that is to be said about them, as doctor shows it. Throws nothing. */
export function readSettings({ env, cwd, apiVersions, masker }: ReadOptions): ReadSettings {
  const file = readEnvFile(cwd);
  const values: Values = Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = (inEnvironment(env, name) ?? file.values[name])?.trim();

      return value ? [[name, value]] : [];
    }),
  );
  for (const name of secretSettings) masker?.add(values[name], `$${name}`);
  for (const name of proxySettings) masker?.add(passwordOf(values[name]));

  const { settings, problems, warnings } = parseSettings({
    ...values,
    ...(apiVersions === undefined ? {} : { ISC_API_VERSION: apiVersions }),
  });
  const allProblems = [...file.problems, ...problems];

  return {
    ...(settings && allProblems.length === 0 ? { settings: frozen(settings) } : {}),
    problems: allProblems,
    warnings: [...file.warnings, ...misspelt(env, file.values), ...outOfReach(env, file.values), ...warnings],
    sources: sourcesOf(env, file.values),
    values,
  };
}

/** What a run with these settings may send. */
export const guardOf = (settings: Settings): GuardPolicy =>
  settings.target === 'mock'
    ? { kind: 'open' }
    : {
        kind: 'tenant',
        host: settings.tenant.host,
        allowWritesHost: settings.allowWritesHost,
        risks: settings.risks,
      };

const secretSettings = [
  'SAIL_CLIENT_SECRET',
  'ISC_READONLY_CLIENT_SECRET',
  'ISC_NOSCOPE_CLIENT_SECRET',
  'ISC_EXPIRED_TOKEN',
] as const satisfies readonly SettingName[];

const proxySettings = ['HTTP_PROXY', 'HTTPS_PROXY'] as const satisfies readonly SettingName[];

const passwordOf = (address = ''): string | undefined =>
  URL.canParse(address) ? querystring.unescape(new URL(address).password) : undefined;

type Env = Readonly<Record<string, string | undefined>>;

/** Proxies are named in lower case as often. A name that is set to nothing takes away what .env says. */
const inEnvironment = (env: Env, name: SettingName): string | undefined =>
  env[name] ?? (name.endsWith('_PROXY') ? env[name.toLowerCase()] : undefined);

const sourcesOf = (env: Env, file: Env): Readonly<Record<SettingName, SettingSource>> => {
  const sourceOf = (name: SettingName): SettingSource => {
    if (inEnvironment(env, name) === undefined) return file[name] ? '.env' : 'default';

    return file[name] ? 'environment, wins over .env' : 'environment';
  };

  return Object.fromEntries(settingNames.map((name) => [name, sourceOf(name)])) as Record<
    SettingName,
    SettingSource
  >;
};

const misspelt = (...places: readonly Env[]): string[] =>
  [...new Set(places.flatMap(Object.keys))]
    .filter((name) => /^(ISC|SAIL)_/.test(name) && !(settingNames as readonly string[]).includes(name))
    .flatMap((name) => {
      const near = nearest(name, settingNames);

      return near ? [`${name} is no setting: did you mean ${near}?`] : [];
    });

const outOfReach = (env: Env, file: Env): string[] =>
  file.NODE_EXTRA_CA_CERTS && !env.NODE_EXTRA_CA_CERTS
    ? ['NODE_EXTRA_CA_CERTS in .env has no effect: Node reads it when it starts. Export it in the shell.']
    : [];

const frozen = <T extends object>(value: T): T => {
  for (const member of Object.values(value))
    if (typeof member === 'object' && member !== null) frozen(member);

  return Object.freeze(value);
};
