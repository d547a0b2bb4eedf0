import { gaussian, type Random } from './statistics/random.ts';
import type { Estimate, JudgedStep } from './steps/step.ts';

/** A step's p99 as one draw of what it may truly be, in ms. */
export const drawnP99 = ({ p99 }: JudgedStep, random: Random): number => {
  if (p99.kind === 'too-few') return Number.NaN;
  const deviation = gaussian(random);
  const below = Math.log(p99.value / p99.low) / halfWidth;
  // Few independent samples give no upper end, and their p99 comes out too low more often than too high.
  const above = p99.high === Infinity ? openEnd * below : Math.log(p99.high / p99.value) / halfWidth;

  return p99.value * Math.exp(deviation * (deviation < 0 ? below : above));
};

/** An estimate as one draw of what it may truly be. */
export const drawnEstimate = ({ value, low, high }: Estimate, random: Random): number => {
  const deviation = gaussian(random);

  return value + (deviation * (deviation < 0 ? value - low : high - value)) / halfWidth;
};

/** How much further a p99 without an upper end reaches up than down: with less, intervals of simulated queues lie too high. */
const openEnd = 2.5;

/** Of a 95 % interval, in deviations. */
const halfWidth = 1.96;
