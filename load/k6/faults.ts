import type { PartEnd, RunnerEnd } from './runner-end.ts';

/** k6's exit codes that say nothing against a measurement: all went on, or a threshold was crossed. */
const harmless: readonly (number | null)[] = [0, 99];

/**
 * What went wrong with k6 itself. Where nothing was started, what it said first is a reason as well: it ends with 0
 * although every event threw.
 */
export const faultsOf = ({ runners, stopped }: PartEnd, started: number): readonly string[] => {
  if (stopped !== undefined) return [stopped];
  const named = (index: number): string => (runners.length === 1 ? 'k6' : `k6 of runner ${index + 1}`);

  return runners.flatMap((runner, index) => faultOf(runner, named(index), started) ?? []);
};

const faultOf = ({ code, cut, words }: RunnerEnd, k6: string, started: number): string | undefined => {
  if (cut === 'deadline') return `${k6} did not end in its time and was ended`;
  if (cut !== undefined) return undefined;
  if (!harmless.includes(code))
    return `${k6} ended with ${code ?? 'a signal'}${words === undefined ? '' : `: ${words}`}`;

  return started === 0 && words !== undefined ? `${k6} said: ${words}` : undefined;
};
