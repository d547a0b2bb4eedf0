import type { Events } from './events.ts';
import type { Step } from './step.ts';

/** What will be sent, a line for what is the same in several modes. */
export type PlannedLine = Readonly<{
  what: string;
  modes: readonly string[];
  events: number;
  /** Of the largest of them. */
  bytes: number;
}>;

/** The plan as people read it, with the size of each event as it will go out. */
export const plannedLines = (steps: readonly Step[], { open, bodyOf }: Events): readonly PlannedLine[] => {
  const lines = new Map<string, PlannedLine>();
  for (const step of steps) {
    const sizes = step.inputs.map((input) => Buffer.byteLength(bodyOf(step, input, open())));
    const before = lines.get(step.what);
    lines.set(step.what, {
      what: step.what,
      modes: [...(before?.modes ?? []), step.mode],
      events: (before?.events ?? 0) + step.inputs.length,
      bytes: Math.max(before?.bytes ?? 0, ...sizes),
    });
  }

  return [...lines.values()];
};
