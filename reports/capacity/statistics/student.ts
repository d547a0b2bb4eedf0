/**
 * The quantile of the standard normal distribution (Acklam's rational approximation, relative error below 2e-9).
 * `probability` lies strictly between 0 and 1.
 */
export const normalQuantile = (probability: number): number => {
  if (probability < tail) return tailQuantile(Math.sqrt(-2 * Math.log(probability)));
  if (probability > 1 - tail) return -tailQuantile(Math.sqrt(-2 * Math.log(1 - probability)));
  const centred = probability - 0.5;
  const square = centred * centred;

  return (centred * polynomial(central, square)) / polynomial(centralUnder, square);
};

/**
 * The quantile of Student's distribution: the normal one, corrected in powers of 1 / freedom
 * (Abramowitz and Stegun 26.7.5). Within 0.5 % from 5 degrees of freedom on, up to a probability of 0.995.
 */
export const studentQuantile = (probability: number, freedom: number): number => {
  const z = normalQuantile(probability);
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9];

  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * freedom ** 4)
  );
};

const tail = 0.02425;
const central = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const centralUnder = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const outer = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const outerUnder = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

const tailQuantile = (root: number): number => polynomial(outer, root) / polynomial(outerUnder, root);

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
