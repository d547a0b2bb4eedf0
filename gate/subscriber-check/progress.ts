import { inSeconds } from '../../reports/text.ts';
import type { Step } from './step.ts';

const everyMs = 2000;

/** Tells now and then how many of the planned steps are through. */
export const stepProgress = (planned: readonly Step[], tell: (line: string) => void) => {
  const started = performance.now();
  const through = new Set<Step>();
  let told = started;

  return ({ step }: Readonly<{ step: Step }>): void => {
    if (planned.includes(step)) through.add(step);
    const now = performance.now();
    if (now - told < everyMs) return;
    told = now;
    tell(`${through.size} of ${planned.length} steps  ${inSeconds((now - started) / 1000)}`);
  };
};
