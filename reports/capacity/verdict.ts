import type { Capacity } from './capacity-at-slo.ts';
import { nameOf } from './demand.ts';
import type { Headroom, Room } from './headroom.ts';
import type { CapacityReport } from './report.ts';
import type { JudgedStep } from './steps/step.ts';

export type JudgementInput = Readonly<{
  capacity: Capacity;
  rooms: readonly Room[];
  steps: readonly JudgedStep[];
  defects: readonly string[];
  interrupted: boolean;
  /** The quota that the run itself is held to ended it: what the target carries beyond is not known. */
  isInstruments: boolean;
  /** What of the run stays on the tenant: a guest that leaves something does not pass. */
  left: string | undefined;
}>;

type Judgement = Pick<CapacityReport, 'verdict' | 'exitCode' | 'reasons'>;

/**
 * PASS only where the whole interval has the headroom above every demand, FAIL where none of it has it above one.
 * What lies between is not decided, and a generator that fell behind before the answer was found makes it INVALID.
 */
export const judgement = ({
  capacity,
  rooms,
  steps,
  defects,
  interrupted,
  isInstruments,
  left,
}: JudgementInput): Judgement => {
  const late = steps
    .filter(({ certificate }) => certificate?.valid === false)
    .map(
      ({ targetRate, reasons }) => `the step of ${targetRate}/s is not to be trusted: ${reasons.join('; ')}`,
    );
  const passed = left === undefined ? pass : invalid([left]);
  if (interrupted)
    return {
      ...invalid([`interrupted after ${steps.length} steps, before the answer was found`]),
      exitCode: 130,
    };
  if (defects.length > 0) return invalid([...late, ...defects]);
  if (capacity.kind === 'unknown') return invalid([...late, capacity.reason]);
  const failed = rooms.filter(({ headroom }) => headroom !== null && isBelow(headroom));
  if (failed.length > 0) return { verdict: 'FAIL', exitCode: 1, reasons: failed.map(lacking) };
  const open = rooms.filter(({ headroom }) => headroom === null || headroom.low < headroom.required);
  if (rooms.length > 0 && open.length === 0) return passed;
  if (capacity.kind === 'at-least')
    return invalid([
      ...late,
      `no step broke the SLO: the capacity is at least ${capacity.rate.toFixed(1)}/s, and nothing says how much more${late.length === 0 ? '; drive higher' : ''}`,
    ]);

  if (open.length === 0) return passed;

  return invalid(
    isInstruments
      ? [
          `not decided: the quota of the API lets this run start ${capacity.rate.toFixed(1)} events/s, and that says nothing of real events`,
        ]
      : open.map(undecided),
  );
};

const isBelow = ({ high, required }: Headroom): boolean => high !== null && high < required;

const lacking = ({ demand, headroom }: Room): string =>
  `headroom ${headroom?.ratio.toFixed(2)} above the ${nameOf(demand)} of ${demand.source} is below the required ${headroom?.required}`;

const undecided = ({ demand, headroom }: Room): string =>
  `not decided: headroom above the ${nameOf(demand)} of ${demand.source} lies between ${headroom?.low.toFixed(2)} and ${headroom?.high?.toFixed(2) ?? 'any'}, required are ${headroom?.required}; longer steps narrow it`;

const pass: Judgement = { verdict: 'PASS', exitCode: 0, reasons: [] };

const invalid = (reasons: readonly string[]): Judgement => ({ verdict: 'INVALID', exitCode: 2, reasons });
