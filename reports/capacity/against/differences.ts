import type { CapacityReport } from '../report.ts';

/** A condition that two runs do not share. */
export type Difference = Readonly<{
  name: string;
  before: string;
  now: string;
  /** Whether it makes the capacity of one another thing than that of the other. */
  decides: boolean;
}>;

/** What two runs did not have in common, what makes their capacities other things first. */
export const differencesOf = (before: CapacityReport, now: CapacityReport): readonly Difference[] => {
  const [one, other] = [named(before), named(now)];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];

  return names
    .map((name) => ({
      name,
      before: one[name] ?? 'not said',
      now: other[name] ?? 'not said',
      decides: limits.includes(name),
    }))
    .filter((each) => each.before !== each.now);
};

/** What a capacity is the answer to. */
const limits: readonly string[] = ['SLO p99', 'SLO missed', 'deadline', 'API calls per event'];

const named = ({ slo, api, conditions, tool }: CapacityReport): Readonly<Record<string, string>> => ({
  'SLO p99': `${slo.p99Ms / 1000} s`,
  'SLO missed': `${slo.missedShare * 100} %`,
  deadline: `${slo.deadlineMs / 1000} s`,
  'API calls per event': api === null ? 'not asked' : String(api.callsPerEvent),
  ...conditions,
  [tool.name]: tool.version,
});
