import { expect, test } from '@playwright/test';
import { fingerprintOf, type Subject } from './finding.ts';

const subject: Subject = { kind: 'subscription', id: 's1', name: 'mover sync' };
const fingerprint = fingerprintOf({ id: 'subscription.disabled', subject });

test('a fingerprint stays while names change', () => {
  const renamed = { ...subject, name: 'renamed', triggerId: 'idn:identity-created' };

  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf({ id: 'subscription.disabled', subject: renamed })).toBe(fingerprint);
});

test('another rule, and another subject, have another fingerprint', () => {
  expect(fingerprintOf({ id: 'filter.never-matches', subject })).not.toBe(fingerprint);
  expect(fingerprintOf({ id: 'subscription.disabled', subject: { ...subject, id: 's2' } })).not.toBe(
    fingerprint,
  );
  expect(fingerprintOf({ id: 'subscription.disabled', subject: { ...subject, kind: 'trigger' } })).not.toBe(
    fingerprint,
  );
});
