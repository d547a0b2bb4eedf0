/** The next number of a stream, uniform in [0, 1). */
export type Random = () => number;

/** A stream that is the same for the same seed (mulberry32): reports and simulations repeat to the last digit. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;

  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Exponentially distributed, with mean 1. */
export const exponential = (random: Random): number => -Math.log(1 - random());

/** Normally distributed, with mean 0 and deviation 1 (Box and Muller). */
export const gaussian = (random: Random): number =>
  Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random());
