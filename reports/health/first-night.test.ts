import { expect, test } from '@playwright/test';
import type { Finding } from './finding.ts';
import { firstNight } from './first-night.ts';
import { snapshotOf, subscriptionOf } from './testing/samples.ts';

const snapshot = snapshotOf({ subscriptions: [subscriptionOf({ id: 's1', enabled: false })] });

const finding = (parts: Partial<Finding> = {}): Finding => ({
  id: 'subscription.disabled',
  severity: 'info',
  subject: { kind: 'subscription', id: 's1', name: 'mover sync' },
  what: 'It is switched off.',
  impact: 'no event reaches it',
  advice: 'Switch it on, or remove it.',
  ...parts,
});

test('a first night has only new findings, since its own time, and neither trends nor drift', () => {
  const past = firstNight([finding()], snapshot.taken);

  expect(past).toMatchObject({ night: 1, trends: [], drift: [] });
  expect(past.findings).toEqual([
    expect.objectContaining({ ...finding(), state: 'new', since: snapshot.taken }),
  ]);
});

test('a fingerprint stays while evidence, severity and names change, and differs for another rule or subject', () => {
  const of = (parts: Partial<Finding>) =>
    firstNight([finding(parts)], snapshot.taken).findings[0]?.fingerprint;
  const renamed = { kind: 'subscription', id: 's1', name: 'renamed' } as const;

  expect(of({ what: 'other', severity: 'error', subject: renamed })).toBe(of({}));
  expect(of({ id: 'filter.never-matches' })).not.toBe(of({}));
  expect(of({ subject: { ...renamed, id: 's2' } })).not.toBe(of({}));
});
