import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { loadSettings, readSettings } from '../config.ts';

type Env = Record<string, string>;

const tenant = {
  ISC_TARGET: 'tenant',
  SAIL_BASE_URL: 'https://t.example',
  SAIL_CLIENT_ID: 'id-1',
  SAIL_CLIENT_SECRET: 'CANARY-SECRET',
};

const nowhere = join(tmpdir(), 'isc-settings-that-are-not-there');

const problemsOf = (env: Env) => readSettings({ env, cwd: nowhere }).problems;

const wrong: readonly (readonly [string, Env, RegExp])[] = [
  ['a target that is none', { ISC_TARGET: 'tennant' }, /ISC_TARGET is "tennant".*mean tenant\?/],
  ['a version that is none', { ISC_API_VERSION: 'v2205' }, /ISC_API_VERSION is "v2205".*v2024/],
  ['a quota without a time', { ISC_QUOTA: '100' }, /ISC_QUOTA is "100".*100\/10s, or off/],
  ['a quota of nothing', { ISC_QUOTA: '0/10s' }, /ISC_QUOTA/],
  ['an unknown risk', { ISC_ALLOW_RISKS: 'limits,slot' }, /ISC_ALLOW_RISKS is "slot".*mean slots\?/],
  ['an address that is none', { ...tenant, SAIL_BASE_URL: 't.example' }, /SAIL_BASE_URL is no address/],
  ['another scheme', { ...tenant, SAIL_BASE_URL: 'ftp://t.example' }, /SAIL_BASE_URL is no address/],
  [
    'a version behind the address',
    { ...tenant, SAIL_BASE_URL: 'https://t.example/beta/' },
    /ends in \/beta\/.*Write https:\/\/t\.example\./,
  ],
  [
    'credentials in the address',
    { ...tenant, SAIL_BASE_URL: 'https://u:CANARY@t.example' },
    /holds credentials/,
  ],
  [
    'an address that allows writes',
    { ...tenant, ISC_ALLOW_WRITES: 'https://t.example/x' },
    /host name only.*Write t\.example\./,
  ],
  [
    'a port that allows writes',
    { ...tenant, ISC_ALLOW_WRITES: '127.0.0.1:80' },
    /host name only.*Write 127\.0\.0\.1\./,
  ],
  [
    'half a pair',
    { ...tenant, ISC_READONLY_CLIENT_ID: 'x' },
    /ISC_READONLY_CLIENT_ID is set and ISC_READONLY_CLIENT_SECRET is not/,
  ],
  [
    'the other half',
    { ...tenant, ISC_NOSCOPE_CLIENT_SECRET: 'CANARY' },
    /ISC_NOSCOPE_CLIENT_SECRET is set and ISC_NOSCOPE_CLIENT_ID is not/,
  ],
  ['a port that is none', { ISC_SUBSCRIBER_PORT: '99999' }, /ISC_SUBSCRIBER_PORT/],
  [
    'a subscriber without its port',
    { ISC_SUBSCRIBER_URL: 'https://hooks.example/isc' },
    /ISC_SUBSCRIBER_PORT is not/,
  ],
  ['a proxy that is none', { HTTPS_PROXY: 'http://' }, /HTTPS_PROXY is no address/],
];

for (const [title, env, message] of wrong) {
  test(`refuses ${title}`, () => {
    const problems = problemsOf(env);

    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems.join()).not.toContain('CANARY');
  });
}

test('tells all problems at once', () => {
  const thrown = () =>
    loadSettings({ env: { ISC_TARGET: 'x', ISC_QUOTA: 'y', ISC_ALLOW_RISKS: 'z' }, cwd: nowhere });

  expect(thrown).toThrow(/^3 settings are wrong\.\nISC_TARGET.*\nISC_ALLOW_RISKS.*\nISC_QUOTA/);
});
