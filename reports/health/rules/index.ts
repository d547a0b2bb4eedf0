import { type Finding, severities } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';
import { availability, contract, latency, throttling } from './api.ts';
import { deadlineUse, overdue } from './deadlines.ts';
import { failing } from './failing.ts';
import { filters } from './filters.ts';
import type { Rule, Thresholds } from './rule.ts';
import { disabled, duplicates, urls } from './subscriptions.ts';
import { deprecated, limits } from './triggers.ts';

export { type Thresholds, usualThresholds } from './rule.ts';

/** Those that need the lists, and those that need the exchanges alone. */
const ofTenant: readonly Rule[] = [
  failing,
  overdue,
  deadlineUse,
  filters,
  urls,
  disabled,
  duplicates,
  limits,
  deprecated,
];
const ofApi: readonly Rule[] = [availability, throttling, latency, contract];

/** All that is not well in a snapshot, the weightiest first. Pure: the same snapshot gives the same findings. */
export const findingsOf = (snapshot: Snapshot, thresholds: Thresholds): readonly Finding[] =>
  sorted([...ofTenant, ...ofApi].flatMap((rule) => rule(snapshot, thresholds)));

/** What can be said where the lists could not be read to their end. */
export const apiFindingsOf = (snapshot: Snapshot, thresholds: Thresholds): readonly Finding[] =>
  sorted(ofApi.flatMap((rule) => rule(snapshot, thresholds)));

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
