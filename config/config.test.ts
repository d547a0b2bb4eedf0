import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'dotenv';
import { createMasker } from '../client/masker.ts';
import { guardOf, loadSettings, readSettings, SettingsError, settingNames } from '../config.ts';

type Env = Record<string, string>;

const tenant = {
  ISC_TARGET: 'tenant',
  SAIL_BASE_URL: 'https://t.example',
  SAIL_CLIENT_ID: 'id-1',
  SAIL_CLIENT_SECRET: 'CANARY-SECRET',
};

const nowhere = join(tmpdir(), 'isc-settings-that-are-not-there');

const problemsOf = (env: Env) => readSettings({ env, cwd: nowhere }).problems;

/** Reads settings from a .env with the given text. */
const withFile = (text: string, env: Env = {}) => {
  const cwd = mkdtempSync(join(tmpdir(), 'isc-settings-'));
  try {
    writeFileSync(join(cwd, '.env'), text);

    return readSettings({ env, cwd });
  } finally {
    rmSync(cwd, { recursive: true });
  }
};

test('judges the mock where nothing is set', () => {
  const settings = loadSettings({ env: {}, cwd: nowhere });

  expect(settings).toMatchObject({ target: 'mock', apiVersions: ['beta'], quota: 'off', writes: true });
  expect(guardOf(settings)).toEqual({ kind: 'open' });
  expect(Object.isFrozen(settings) && Object.isFrozen(settings.apiVersions)).toBe(true);
});

test('takes a tenant, read-only and without risks unless told otherwise', () => {
  const settings = loadSettings({ env: { ...tenant, SAIL_BASE_URL: 'https://t.example/' }, cwd: nowhere });

  expect(settings).toMatchObject({
    target: 'tenant',
    tenant: { baseUrl: 'https://t.example', host: 't.example', loopback: false },
    writes: false,
    quota: { requests: 100, windowMs: 10_000 },
  });
  expect(guardOf(settings)).toEqual({
    kind: 'tenant',
    host: 't.example',
    allowWritesHost: undefined,
    risks: new Set(),
  });
});

for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:1', '127.9.9.9']) {
  test(`allows all risks on a tenant at ${host}`, () => {
    const { risks } = loadSettings({ env: { ...tenant, SAIL_BASE_URL: `http://${host}` }, cwd: nowhere });

    expect([...risks]).toEqual(['enabled', 'limits', 'slots', 'quota']);
  });
}

for (const host of ['localhost.example', '128.0.0.1', '127.0.0.1.example.com']) {
  test(`allows no risk on a tenant at ${host}, and warns of plain http`, () => {
    const { settings, warnings } = readSettings({
      env: { ...tenant, SAIL_BASE_URL: `http://${host}` },
      cwd: nowhere,
    });

    expect(settings?.risks.size).toBe(0);
    expect(warnings).toEqual([expect.stringContaining('plain http')]);
  });
}

test('names each setting that a tenant run misses', () => {
  const thrown = () =>
    loadSettings({ env: { ISC_TARGET: 'tenant', SAIL_BASE_URL: 'https://t.example' }, cwd: nowhere });

  expect(thrown).toThrow(SettingsError);
  expect(problemsOf({ ISC_TARGET: 'tenant' })).toEqual([
    "SAIL_BASE_URL is not set: a tenant run needs the tenant's address. Put it into .env (see .env.example).",
    'SAIL_CLIENT_ID is not set: a tenant run needs a personal access token. Put it into .env (see .env.example).',
    'SAIL_CLIENT_SECRET is not set: a tenant run needs a personal access token. Put it into .env (see .env.example).',
  ]);
});

test('lets the environment win over .env, and says so', () => {
  const { values, sources } = withFile('ISC_TARGET=tenant\nISC_QUOTA=off\nISC_ALLOW_WRITES=a.example\n', {
    ISC_TARGET: 'mock',
    ISC_ALLOW_WRITES: '',
    ISC_API_VERSION: 'v1',
  });

  expect(values).toMatchObject({ ISC_TARGET: 'mock', ISC_QUOTA: 'off', ISC_API_VERSION: 'v1' });
  expect(values.ISC_ALLOW_WRITES).toBeUndefined();
  expect(sources).toMatchObject({
    ISC_TARGET: 'environment, wins over .env',
    ISC_ALLOW_WRITES: 'environment, wins over .env',
    ISC_QUOTA: '.env',
    ISC_API_VERSION: 'environment',
    SAIL_BASE_URL: 'default',
  });
});

test('warns of the lines of .env that set nothing, and shows no secret that stands there alone', () => {
  const { warnings } = withFile(
    [
      '# a comment',
      'SAIL_CLIENT_ID',
      'export ISC_TARGET=mock',
      'CANARY-SECRET',
      'ISC_EXPIRED_TOKEN="several',
      'lines"',
      'ISC_QUOTA: off',
      '',
      'SAIL_CLIENT_SECRT=x',
    ].join('\r\n'),
  );

  expect(warnings).toEqual([
    '.env, line 2: SAIL_CLIENT_ID has no value, so the line is ignored: write SAIL_CLIENT_ID=VALUE.',
    '.env, line 4: no setting: it is ignored. A setting is written NAME=VALUE.',
    'SAIL_CLIENT_SECRT is no setting: did you mean SAIL_CLIENT_SECRET?',
  ]);
});

test('says in the error as well which line of .env was half written', () => {
  const { problems, warnings } = withFile('ISC_TARGET=tenant\nSAIL_CLIENT_ID\n');

  expect(new SettingsError(problems, warnings).message).toMatch(
    /SAIL_CLIENT_ID is not set.*line 2: SAIL_CLIENT_ID has no value/s,
  );
});

test('teaches the masker every secret', () => {
  const masker = createMasker();
  const env = {
    ...tenant,
    ISC_EXPIRED_TOKEN: 'CANARY-EXPIRED',
    HTTPS_PROXY: 'http://u:CANARY-PROXY@p.example:1',
  };

  readSettings({ env, cwd: nowhere, masker });

  expect(masker.mask('a CANARY-SECRET b CANARY-EXPIRED c CANARY-PROXY')).toBe(
    'a $SAIL_CLIENT_SECRET b $ISC_EXPIRED_TOKEN c [masked]',
  );
});

test('warns where the host that allows writes is another than the tenant', () => {
  const { settings, warnings } = readSettings({
    env: { ...tenant, ISC_ALLOW_WRITES: 'other.example' },
    cwd: nowhere,
  });

  expect(settings).toMatchObject({ writes: false });
  expect(warnings).toEqual([expect.stringContaining('names other.example and the tenant is t.example')]);
});

test('takes versions from the command line before those of the settings', () => {
  const env = { ISC_API_VERSION: 'v1' };

  expect(loadSettings({ env, cwd: nowhere, apiVersions: 'v2024, v2026' }).apiVersions).toEqual([
    'v2024',
    'v2026',
  ]);
  expect(loadSettings({ env, cwd: nowhere, apiVersions: 'all' }).apiVersions).toHaveLength(5);
});

test('has an example with every setting and no value', () => {
  const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));

  expect(settingNames).toEqual(expect.arrayContaining(Object.keys(example)));
  expect(Object.values(example).join('')).toBe('');
});
