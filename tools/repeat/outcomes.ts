/** One gate of many in a row. */
export type Outcome = Readonly<{
  /** Also the seed of its run. */
  run: string;
  workers: number;
  exitCode: number;
  /** Specs that were judged. */
  tests: number;
  seconds: number;
}>;

/** A gate that ended otherwise than the right tenant deserves, or judged another number of specs than the first. */
export const flakesOf = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter(({ exitCode, tests }) => exitCode !== 0 || tests !== outcomes[0]?.tests);

/**
 * The highest share of flaky gates, 0 to 1, that `flakes` of `runs` leave possible at 95 % (Clopper and Pearson's
 * one-sided bound, found by halving).
 */
export const boundOf = (flakes: number, runs: number): number => {
  let [low, high] = [flakes / runs, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(flakes, runs, middle) > 0.05) low = middle;
    else high = middle;
  }

  return high;
};

/** Probability of at most `most` hits in `runs` tries of probability `share`. */
const atMost = (most: number, runs: number, share: number): number => {
  let term = (1 - share) ** runs;
  let sum = term;
  for (let hits = 1; hits <= most; hits += 1) {
    term *= ((runs - hits + 1) / hits) * (share / (1 - share));
    sum += term;
  }

  return sum;
};

/** The figure in a sentence, with the bound that it proves. */
export const repeatSentence = (outcomes: readonly Outcome[]): string => {
  const flakes = flakesOf(outcomes).length;
  const workers = [...new Set(outcomes.map((outcome) => outcome.workers))].join(', ');
  const bound = (100 * boundOf(flakes, outcomes.length)).toFixed(1);

  return `${flakes} of ${outcomes.length} gates in a row flaky (workers ${workers}): at 95 % confidence at most ${bound} % are`;
};
