import { claimCapacity, claimComparison } from '../../reports/capacity/testing/claims.ts';

const effective = 5000;

/** What the capacity report claims of its numbers, measured on simulated queues. Gives 1 where a claim fails. */
export const benchCapacity = async (): Promise<number> => {
  const capacity = claimCapacity(200);
  const same = claimComparison(400, { factor: 1, effective: 1000 });
  const slower = claimComparison(100, { factor: 1.1, effective, seed: 10_001 });
  const lines = [
    line(
      `95 % interval of capacity holds the truth in ${percent(capacity.covered / capacity.queues)} of ${capacity.queues} queues (${capacity.steps.toFixed(1)} steps of 60 s each)`,
      capacity.covered / capacity.queues >= 0.9,
    ),
    line(`its median width is ${percent(capacity.medianWidth)} of the truth`, capacity.medianWidth <= 0.15),
    line(
      `${same.different} of ${same.runs} equal runs called different at 1 % (${same.effective.toFixed(0)} effective samples a side)`,
      same.different <= 0.02 * same.runs,
    ),
    line(
      `+10 % in p95 found in ${slower.different} of ${slower.runs} (${slower.effective.toFixed(0)} effective samples a side)`,
      slower.different >= 0.9 * slower.runs,
    ),
  ];
  process.stdout.write(`${lines.map(({ text }) => text).join('\n')}\n`);

  return lines.every(({ holds }) => holds) ? 0 : 1;
};

const line = (text: string, holds: boolean) => ({ text: `${holds ? 'holds ' : 'FAILS '} ${text}`, holds });

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
