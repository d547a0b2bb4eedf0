import { expect, test } from '@playwright/test';
import { mayEnable, patchMayEnable } from './guard-enabled.ts';

const off = { name: 'n', triggerId: 'idn:source-created', enabled: false };

const enabling: readonly unknown[] = [
  { ...off, enabled: true },
  { ...off, enabled: undefined },
  { ...off, enabled: null },
  { ...off, enabled: 'false' },
  { ...off, Enabled: true },
  { ...off, httpConfig: { enabled: true } },
  { subscription: off },
  [off],
  [],
  'text',
  undefined,
];

for (const body of enabling) {
  test(`holds back a subscription of ${JSON.stringify(body)}`, () => {
    expect(mayEnable(JSON.stringify(body))).toBeDefined();
  });
}

test('is not misled by text that looks like a member', () => {
  expect(mayEnable(JSON.stringify(off))).toBeUndefined();
  expect(mayEnable(JSON.stringify({ ...off, name: '"enabled": true' }))).toBeUndefined();
});

const raw: readonly (readonly [string | Uint8Array, boolean])[] = [
  ['{"enabled":false,"a":', true],
  ['{"enabled" : false, "name": "n"}', true],
  ['{"a":', false],
  ['{"enabled":false,"enabled":true}', false],
  ['{"enabled":false,"\\u0065nabled":true}', false],
  ['{"enabled":false,"enabled" :\n true', false],
  [Buffer.concat([Buffer.from('{"enabled":false,'), Buffer.from('"enabled":true}', 'utf16le')]), false],
];

for (const [bytes, allowed] of raw) {
  const text = bytes.toString();

  test(`${allowed ? 'lets' : 'does not let'} the bytes ${JSON.stringify(text)} out`, () => {
    expect(mayEnable(text) === undefined).toBe(allowed);
  });
}

const patches: readonly (readonly [unknown, boolean])[] = [
  [[{ op: 'replace', path: '/enabled', value: false }], true],
  [[{ op: 'replace', path: '/name', value: 'enabled' }], true],
  [{ op: 'replace', path: '/name', value: 'x' }, true],
  [[{ op: 'copy', from: '/enabled', path: '/description' }], true],
  [[{ op: 'replace', path: '', value: off }], true],
  [[{ op: 'replace', path: '/enabled', value: true }], false],
  [[{ op: 'add', path: '/enabled', value: true }], false],
  [[{ op: 'replace', path: '/enabled', value: 'false' }], false],
  [[{ op: 'replace', path: '/enabled', value: { a: 1 } }], false],
  [[{ op: 'replace', path: '/Enabled/', value: true }], false],
  [[{ op: 'replace', path: '/%65nabled', value: true }], false],
  [[{ op: 'replace', path: 'enabled', value: 1 }], false],
  [[{ op: 'replace', path: ['enabled'], value: true }], false],
  [[{ op: 'remove', path: '/enabled' }], false],
  [[{ op: 'remove', path: '/enabled', value: false }], false],
  [[{ op: 'copy', from: '/name', path: '/enabled' }], false],
  [[{ op: 'move', from: '/name', path: '/enabled', value: false }], false],
  [[{ op: 'move', from: '/enabled', path: '/description' }], false],
  [[{ op: 'replace', path: '', value: { name: 'n' } }], false],
  [[{ op: 'add', path: '/', value: { enabled: true } }], false],
  [[{ op: 'copy', from: '/httpConfig', path: '' }], false],
  [[{ op: 'replace', path: '/httpConfig', value: { enabled: true } }], false],
  [
    [
      { op: 'replace', path: '/name', value: 'x' },
      { op: 'replace', path: '/enabled', value: true },
    ],
    false,
  ],
  [[[{ op: 'replace', path: '/enabled', value: true }]], false],
  [{ enabled: true }, false],
  [{ op: 'replace', path: '/enabled', value: true }, false],
];

for (const [patch, allowed] of patches) {
  test(`${allowed ? 'lets' : 'does not let'} the patch ${JSON.stringify(patch)} out`, () => {
    expect(patchMayEnable(JSON.stringify(patch)) === undefined).toBe(allowed);
  });
}

const rawPatches: readonly (readonly [string, boolean])[] = [
  ['[{"op":', true],
  ['[{"op":"replace","path":"/enabled","value":false}', false],
  ['[ {"op": "replace", "path": "/enabled", "value": false} ]', true],
  ['[{"op":"replace","path":"/enabled","value":true,"value":false}]', false],
  ['[{"op":"replace","path":"/\\u0065nabled","value":true}]', false],
];

for (const [text, allowed] of rawPatches) {
  test(`${allowed ? 'lets' : 'does not let'} the bytes of the patch ${text} out`, () => {
    expect(patchMayEnable(text) === undefined).toBe(allowed);
  });
}
