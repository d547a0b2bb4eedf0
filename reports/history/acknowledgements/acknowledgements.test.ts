import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownFolder } from '../../own-folder.ts';
import { acknowledgedOn, keepAcknowledgement } from './acknowledgements.ts';

const one = { fingerprint: '0123456789abcdef', until: '2026-06-30', said: '2026-01-01T02:00:00.000Z' };

test('an acknowledgement holds until the end of its day', () => {
  using own = ownFolder();
  keepAcknowledgement(own.path, one);

  expect([...acknowledgedOn(own.path, '2026-06-30')]).toEqual([[one.fingerprint, one.until]]);
  expect([...acknowledgedOn(own.path, '2026-07-01')]).toEqual([]);
});

test('the later acknowledgement of a finding counts, and those of others stay', () => {
  using own = ownFolder();
  const other = { ...one, fingerprint: 'fedcba9876543210' };
  for (const each of [one, other, { ...one, until: '2026-02-01' }]) keepAcknowledgement(own.path, each);

  expect([...acknowledgedOn(own.path, '2026-03-01').keys()]).toEqual([other.fingerprint]);
});

test('where nothing was acknowledged, or a file is damaged, nothing is', () => {
  using own = ownFolder();
  expect(acknowledgedOn(own.path, '2026-01-01').size).toBe(0);
  keepAcknowledgement(own.path, one);
  for (const text of ['{"finger', '[]', '{"fingerprint":1,"until":2}'])
    writeFileSync(join(own.path, 'acknowledged', `${one.fingerprint}.json`), text);

  expect(acknowledgedOn(own.path, '2026-01-01').size).toBe(0);
});
