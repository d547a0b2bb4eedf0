import { gaussian, type Random } from './statistics/random.ts';
import type { Estimate, JudgedStep } from './steps/step.ts';

/** A step's p99 as one draw of what it may truly be, in ms. */
export const drawnP99 = ({ p99 }: JudgedStep, random: Random): number => {
  if (p99.kind === 'too-few') return Number.NaN;
  const deviation = gaussian(random);
  const below = Math.log(p99.value / p99.low) / halfWidth;
  // Without an upper end the tail reaches about twice as far up as down.
  const above = p99.high === Infinity ? 2 * below : Math.log(p99.high / p99.value) / halfWidth;

  return p99.value * Math.exp(deviation * (deviation < 0 ? below : above));
};

/** An estimate as one draw of what it may truly be. */
export const drawnEstimate = ({ value, low, high }: Estimate, random: Random): number => {
  const deviation = gaussian(random);

  return value + (deviation * (deviation < 0 ? value - low : high - value)) / halfWidth;
};

/** Of a 95 % interval, in deviations. */
const halfWidth = 1.96;
