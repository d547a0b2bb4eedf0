/**
 * What a series is measured in. Each is tested on a scale on which its noise is about as large at every level: a share
 * as the arcsine of its root (Anscombe), a time as its logarithm.
 */
export type Unit = keyof typeof units;

type Measured = Readonly<{ value: number; samples: number }>;

type UnitRules = Readonly<{
  scaled: (measured: Measured) => number;
  /** Variance on that scale that comes from the number of samples alone. */
  samplingVariance: (samples: number) => number;
  /** The least deviation between nights on that scale: real nights are never more alike. */
  leastDeviation: number;
  /** Whether a change from one level to another is worth a word. */
  matters: (from: number, to: number) => boolean;
}>;

export const units = {
  share: {
    scaled: ({ value, samples }) => Math.asin(Math.sqrt((value * samples + 3 / 8) / (samples + 3 / 4))),
    samplingVariance: (samples) => 1 / (4 * samples + 2),
    leastDeviation: 0,
    matters: (from, to) => Math.abs(to - from) >= 0.01,
  },
  milliseconds: {
    scaled: ({ value }) => Math.log(value + 10),
    samplingVariance: () => 0,
    leastDeviation: 0.05,
    matters: (from, to) => Math.max(from, to) >= 1.5 * Math.min(from, to) && Math.abs(to - from) >= 10,
  },
} as const satisfies Readonly<Record<string, UnitRules>>;
