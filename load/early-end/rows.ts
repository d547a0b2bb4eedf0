import type { EventNumber } from './cut-steps.ts';
import type { EndedEvent } from './past-limit.ts';

/** A line of the scenario: `step,n,scenarioStart,wall,start,end,status`. */
export type Row = EndedEvent & EventNumber & Readonly<{ answered: boolean }>;

export const readRow = (line: string): Row => {
  const [step, n, , , start, end, status] = line.split(',', 7);

  return {
    step: Number(step),
    n: Number(n),
    start: Number(start),
    end: Number(end),
    answered: status !== '0',
    accepted: /^2\d\d$/.test(status ?? ''),
  };
};
