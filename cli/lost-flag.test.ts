import { expect, test } from '@playwright/test';
import { gateCommand } from './gate.ts';
import { lostFlag } from './lost-flag.ts';

const told = (argv: readonly string[], env: Readonly<Record<string, string>>) =>
  lostFlag(
    gateCommand(() => {}),
    argv,
    env,
  );

const npm = { npm_lifecycle_event: 'gate' };

test('nothing is lost without npm, under another script, and where the flag arrived', () => {
  expect(told(['gate'], { npm_config_smoke: 'true' })).toBeUndefined();
  expect(told(['gate'], { npm_lifecycle_event: 'ci', npm_config_smoke: 'true' })).toBeUndefined();
  expect(told(['gate', '--smoke'], { ...npm, npm_config_smoke: 'true' })).toBeUndefined();
});

test('the value of a lost option is given back, wherever npm put it', () => {
  expect(told(['gate'], { ...npm, npm_config_clause: 'triggers.list' })).toMatch(
    /-- --clause triggers\.list$/,
  );
  expect(told(['gate', 'v1'], { ...npm, npm_config_api_version: 'true' })).toMatch(/-- --api-version v1$/);
  expect(told(['gate'], { ...npm, npm_config_clause: 'true' })).toMatch(/-- --clause <id>$/);
});

test('what npm sets for itself is no lost flag', () => {
  expect(told(['gate'], { ...npm, npm_config_quiet: 'true', npm_config_color: 'always' })).toBeUndefined();
});
