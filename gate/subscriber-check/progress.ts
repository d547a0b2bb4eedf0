import { inSeconds } from '../../reports/text.ts';
import type { Step } from './step.ts';

const everyMs = 2000;

export type StepProgress = Disposable & Readonly<{ onCall: (call: Readonly<{ step: Step }>) => void }>;

/** Tells every two seconds how many of the planned steps are through, until they are or it is disposed of. */
export const stepProgress = (planned: readonly Step[], tell: (line: string) => void): StepProgress => {
  const started = performance.now();
  const through = new Set<Step>();
  const timer = setInterval(() => {
    if (through.size < planned.length)
      tell(`${through.size} of ${planned.length} steps  ${inSeconds((performance.now() - started) / 1000)}`);
  }, everyMs);

  return {
    onCall: ({ step }) => {
      if (planned.includes(step)) through.add(step);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
};
