import { nextStep, type Plan } from '../../reports/capacity/next-step.ts';
import { seededRandom } from '../../reports/capacity/statistics/random.ts';
import { judgeStep } from '../../reports/capacity/steps/judge-step.ts';
import type { JudgedStep, Slo, StepSamples } from '../../reports/capacity/steps/step.ts';

export type DriveSteps = Readonly<{
  plan: Plan;
  slo: Slo;
  /** Steps of an earlier run that is gone on with. */
  before: readonly StepSamples[];
  /** Drives one step at a rate in events/s; undefined where it was interrupted. `place` counts from 1. */
  measure: (rate: number, place: number) => Promise<StepSamples | undefined>;
  /** Learns of each step as soon as it is judged. */
  judged: (step: JudgedStep) => void;
}>;

/** Drives steps until they suffice, as `nextStep` chooses their rates; gives all of them, those of before included. */
export const driveSteps = async (input: DriveSteps): Promise<readonly StepSamples[]> => {
  const { plan, slo, before, measure } = input;
  const random = seededRandom(1);
  const steps = [...before];
  const judged = before.map((step) => judgeStep(step, slo));
  for (const step of judged) input.judged(step);
  for (;;) {
    const rate = nextStep(judged, slo, plan, random);
    if (rate === null) return steps;
    const step = await measure(rate, steps.length + 1);
    if (step === undefined) return steps;
    steps.push(step);
    const last = judgeStep(step, slo);
    judged.push(last);
    input.judged(last);
  }
};
