import type { HealthReport } from '../health-report.ts';
import { type HealthInput, healthReport } from '../report.ts';
import { findingsOf, usualThresholds } from '../rules/index.ts';
import { firstNight } from './first-night.ts';
import { httpOf, invocationOf, snapshotOf, subscriptionOf } from './samples.ts';

/** A first night with an error, a warning and a remark. */
export const nightOf = (parts: Partial<HealthInput> = {}): HealthReport => {
  const snapshot = snapshotOf({
    subscriptions: [
      subscriptionOf({ name: 'Manager <b>approval</b>' }),
      subscriptionOf({
        id: 's2',
        name: 'plain',
        http: httpOf({ scheme: 'http:', url: 'http://hooks.example.com/x', urlKey: 'x' }),
      }),
      subscriptionOf({ id: 's3', name: 'off', enabled: false, http: httpOf({ urlKey: 'y' }) }),
    ],
    invocations: [
      invocationOf(),
      invocationOf({ outcome: 'failed', reason: 'The subscriber answered 500.' }),
    ],
  });

  return healthReport({
    tool: { name: 'isc-triggers', version: '0.0.0' },
    run: { id: 'run1', started: snapshot.taken, seconds: 1.5 },
    target: { kind: 'tenant', host: 'example.api.identitynow.com', apiVersions: ['beta'] },
    conditions: { failOn: 'error', onlyNew: false },
    snapshot,
    past: firstNight(findingsOf(snapshot, usualThresholds), snapshot.taken),
    problems: [],
    ...parts,
  });
};
