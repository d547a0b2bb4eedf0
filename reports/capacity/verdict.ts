import type { Capacity } from './capacity-at-slo.ts';
import type { Headroom } from './headroom.ts';
import type { CapacityReport } from './report.ts';
import type { JudgedStep } from './steps/step.ts';

export type JudgementInput = Readonly<{
  capacity: Capacity;
  headroom: Headroom | null;
  steps: readonly JudgedStep[];
  defects: readonly string[];
}>;

type Judgement = Pick<CapacityReport, 'verdict' | 'exitCode' | 'reasons'>;

/**
 * PASS only where the whole interval has the headroom, FAIL only where none of it has. What lies between is not
 * decided, and a generator that fell behind before the answer was found makes it INVALID.
 */
export const judgement = ({ capacity, headroom, steps, defects }: JudgementInput): Judgement => {
  const late = steps
    .filter(({ certificate }) => certificate?.valid === false)
    .map(
      ({ targetRate, reasons }) => `the step of ${targetRate}/s is not to be trusted: ${reasons.join('; ')}`,
    );
  if (defects.length > 0) return invalid(defects);
  if (capacity.kind === 'unknown') return invalid([...late, capacity.reason]);
  if (headroom !== null && headroom.low >= headroom.required) return passed;
  if (headroom !== null && headroom.high !== null && headroom.high < headroom.required)
    return {
      verdict: 'FAIL',
      exitCode: 1,
      reasons: [`headroom ${headroom.ratio.toFixed(2)} is below the required ${headroom.required}`],
    };
  if (capacity.kind === 'at-least')
    return headroom === null && late.length === 0
      ? invalid([
          `no step broke the SLO: the capacity is at least ${capacity.rate.toFixed(1)}/s; drive higher`,
        ])
      : invalid([
          ...late,
          `the capacity is at least ${capacity.rate.toFixed(1)}/s, and nothing says how much more`,
        ]);
  if (headroom === null) return passed;

  return invalid([
    `not decided: headroom lies between ${headroom.low.toFixed(2)} and ${headroom.high?.toFixed(2) ?? 'any'}, required are ${headroom.required}; longer steps narrow it`,
  ]);
};

const passed: Judgement = { verdict: 'PASS', exitCode: 0, reasons: [] };

const invalid = (reasons: readonly string[]): Judgement => ({ verdict: 'INVALID', exitCode: 2, reasons });
