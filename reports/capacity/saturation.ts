import type { Estimate, JudgedStep } from './steps/step.ts';

/** Steps this far above the first that saturates may already have driven the target into something else. */
const reach = 1.6;

/**
 * What the target brings to an end when more comes than it can do: the mean of the achieved rates of the steps over
 * capacity, each with the weight of its certainty. Null where no step was over capacity.
 */
export const saturationRate = (steps: readonly JudgedStep[]): Estimate | null => {
  const over = steps.filter(({ outcome }) => outcome === 'over-capacity');
  const lowest = Math.min(...over.map(({ offeredRate }) => offeredRate));
  const near = over.filter(({ offeredRate }) => offeredRate <= reach * lowest);
  if (near.length === 0) return null;

  const weights = near.map(({ achievedRate: { value, low, high } }) => 1 / deviation(value, low, high) ** 2);
  const weight = weights.reduce((total, each) => total + each, 0);
  const value =
    near.reduce((total, { achievedRate }, place) => total + achievedRate.value * (weights[place] ?? 0), 0) /
    weight;
  const half = 1.96 / Math.sqrt(weight);

  return { value, low: value - half, high: value + half };
};

/** Never quite nothing: counts of a step that runs like a clock still have their ends. */
const deviation = (value: number, low: number, high: number): number =>
  Math.max((high - low) / (2 * 1.96), value / 1000);
