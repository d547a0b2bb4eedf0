import type { Subject } from '../../health/finding.ts';
import { type Finding, fingerprintOf } from '../../health/finding.ts';
import type { KeptFinding, Measure, Night } from '../night.ts';

export const joiner: Subject = {
  kind: 'subscription',
  id: 's1',
  name: 'joiner',
  triggerId: 'idn:identity-created',
};

/** 02:00 UTC of a day, counted from the first of January 2026. */
export const nightAt = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day, 2)).toISOString();

export const nightOf = (day: number, parts: Partial<Night> = {}): Night => ({
  taken: nightAt(day),
  run: `run${day}`,
  apiVersion: 'beta',
  verdict: 'PASS',
  whole: true,
  findings: [],
  measures: [],
  items: [],
  ...parts,
});

export const findingOf = (parts: Partial<Finding> = {}): Finding => ({
  id: 'invocations.failing',
  severity: 'error',
  subject: joiner,
  what: '9 of 31 invocations failed',
  impact: 'events are lost',
  advice: 'Read its log.',
  ...parts,
});

export const keptOf = (since: string, parts: Partial<Finding> = {}): KeptFinding => {
  const finding = findingOf(parts);

  return { ...finding, fingerprint: fingerprintOf(finding), since };
};

export const measureOf = (parts: Partial<Measure> = {}): Measure => ({
  name: 'invocations.failed-share',
  subject: joiner,
  value: 0.01,
  samples: 400,
  ...parts,
});
