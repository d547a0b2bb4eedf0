import type { K6Ended } from './run-k6.ts';

type Run = Readonly<{
  k6: Pick<K6Ended, 'code' | 'cut'>;
  /** The first line that k6 said. */
  words: string | undefined;
  /** Why it ended before its time. */
  stopped: string | undefined;
}>;

/** k6's exit codes that say nothing against a measurement: all went on, or a threshold was crossed. */
const harmless: readonly (number | null)[] = [0, 99];

/**
 * What went wrong with k6 itself. Where nothing was started, what it said first is a reason as well: it ends with 0
 * although every event threw.
 */
export const faultsOf = ({ k6: { code, cut }, words, stopped }: Run, started: number): readonly string[] => {
  if (stopped !== undefined) return [stopped];
  if (cut === 'deadline') return ['k6 did not end in its time and was ended'];
  if (cut !== undefined) return [];
  if (!harmless.includes(code))
    return [`k6 ended with ${code ?? 'a signal'}${words === undefined ? '' : `: ${words}`}`];

  return started === 0 && words !== undefined ? [`k6 said: ${words}`] : [];
};
