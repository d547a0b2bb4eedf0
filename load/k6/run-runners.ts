import type { ProgressOptions } from './progress.ts';
import { watchProgress } from './progress.ts';
import { filesOf, firstWords, type K6Run, runK6 } from './run-k6.ts';
import type { RunnerEnd } from './runner-end.ts';
import { segmentArguments } from './segments.ts';

export type RunnersRun = Omit<K6Run, 'name' | 'args'> &
  Readonly<{
    /** How many k6 processes the events are split over. */
    segments: number;
    progress: Omit<ProgressOptions, 'rows'>;
  }>;

export const runnerNames = (segments: number): readonly string[] =>
  Array.from({ length: segments }, (_, index) => `runner-${index + 1}`);

/** What runners get to make their virtual users ready before they all start at one moment, ms. */
const readyMs = 3000;

/** Runs a scenario in as many k6 processes as it is split over, and waits for all of them. */
export const runRunners = async ({
  segments,
  progress,
  ...run
}: RunnersRun): Promise<readonly RunnerEnd[]> => {
  const names = runnerNames(segments);
  const watch = watchProgress({ ...progress, rows: names.map((name) => filesOf(run.folder, name).rows) });
  const together = segments === 1 ? {} : { ISC_LOAD_START_AT: String(Date.now() + readyMs) };
  try {
    return await Promise.all(
      names.map(async (name, index) => {
        const ended = await runK6({
          ...run,
          name,
          env: { ...run.env, ...together },
          args: segmentArguments(index, segments),
        });

        return { code: ended.code, cut: ended.cut, cpuShare: ended.cpuShare, words: firstWords(ended) };
      }),
    );
  } finally {
    watch.end();
  }
};
