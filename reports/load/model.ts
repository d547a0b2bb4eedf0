import { addAccounts } from './accounting.ts';
import type { Certificate, LoadReport, ScenarioReport } from './load-report.ts';
import { judgeLoad } from './verdict.ts';

type Input = Pick<
  LoadReport,
  'tool' | 'run' | 'target' | 'conditions' | 'scenarios' | 'skipped' | 'leftovers'
> &
  Readonly<{ unfinished: readonly string[]; interrupted: boolean }>;

/** The report of a run: verdict, accounts and certificate over all its scenarios. */
export const loadReport = ({ unfinished, interrupted, ...input }: Input): LoadReport => {
  const { scenarios, leftovers } = input;

  return {
    schemaVersion: 1,
    tool: input.tool,
    run: input.run,
    target: input.target,
    ...judgeLoad({
      scenarios,
      unfinished: [
        ...unfinished,
        ...(scenarios.length === 0 && unfinished.length === 0 ? ['nothing was measured'] : []),
      ],
      interrupted,
      leftovers: leftovers.length,
    }),
    conditions: input.conditions,
    scenarios,
    skipped: input.skipped,
    accounting: {
      ...addAccounts(scenarios.map(({ accounting }) => accounting)),
      warmup: addAccounts(scenarios.map(({ warmup }) => warmup)),
    },
    certificate: worstOf(scenarios),
    leftovers,
  };
};

/** One certificate for all: each number the worst of them, every reason with its scenario. */
const worstOf = (scenarios: readonly ScenarioReport[]): Certificate => {
  const all = scenarios.map(({ certificate }) => certificate);
  const cpu = all.flatMap(({ cpuShare }) => cpuShare ?? []);
  const late = all.flatMap(({ latenessP99Ms }) => latenessP99Ms ?? []);

  return {
    valid: all.length > 0 && all.every(({ valid }) => valid),
    rateError: Math.max(0, ...all.map(({ rateError }) => rateError)),
    latenessP99Ms: late.length === 0 ? null : Math.max(...late),
    cpuShare: cpu.length === 0 ? null : Math.max(...cpu),
    lateDrops: all.reduce((sum, { lateDrops }) => sum + lateDrops, 0),
    reasons: scenarios.flatMap(({ name, certificate }) =>
      certificate.reasons.map((reason) => `${name}: ${reason}`),
    ),
  };
};
