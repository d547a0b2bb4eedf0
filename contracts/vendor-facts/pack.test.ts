import { expect, test } from '@playwright/test';
import { apiVersions } from '../versions.ts';
import { pack, unpack } from './pack.ts';

const one = { listTriggers: { call: { method: 'GET', path: '/beta/triggers' } } };
const other = { listTriggers: { call: { method: 'GET', path: '/triggers/v1' } } };
const versions = { beta: one, v2024: one, v2025: one, v2026: one, v1: other };

test('what all versions share is told once', () => {
  expect(pack(versions)).toEqual({
    'beta v2024 v2025 v2026 v1': { listTriggers: { call: { method: 'GET' } } },
    'beta v2024 v2025 v2026': { listTriggers: { call: { path: '/beta/triggers' } } },
    v1: { listTriggers: { call: { path: '/triggers/v1' } } },
  });
});

test('the facts of each version come back', () => {
  for (const version of apiVersions) expect(unpack(pack(versions), version)).toEqual(versions[version]);
});
