import type { Settings } from '../config.ts';
import type { Leftover } from '../reports/conformance/report.ts';
import type { TestRecord } from '../reports/record.ts';

/** What the end of a run says of the tenant: a record where it still lists what it had answered to have deleted. */
export const keptRecord = (kept: readonly Leftover[], { apiVersions }: Settings): readonly TestRecord[] => {
  const [first] = kept;
  const [apiVersion] = apiVersions;
  if (first === undefined || apiVersion === undefined) return [];

  return [
    {
      title: 'keeps nothing that it answered to have deleted',
      location: 'gate/kept-record.ts:1',
      apiVersion,
      clauses: ['subscriptions.delete'],
      cells: [{ operation: 'deleteSubscription', status: 204 }],
      outcome: 'failed',
      violations: [
        {
          clause: 'subscriptions.delete',
          operation: 'deleteSubscription',
          status: 204,
          level: 'must',
          expected: 'no subscription of this run listed after its deletion was answered 204',
          seen: `${kept.length} listed at the end of the run, among them "${first.name}"`,
        },
      ],
      exchanges: [],
      seconds: 0,
    },
  ];
};
