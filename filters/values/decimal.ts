import { asciiDigits } from './digits.ts';

/** An exact decimal, digits x 10^-scale, with the scale that its spelling gave it, as Java's BigDecimal. */
export type Decimal = Readonly<{ negative: boolean; digits: string; scale: number }>;

const spelling = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?)0*([0-9]{1,10}))?$/;

/** Reads what BigDecimal reads; undefined where it throws. */
export const parseDecimal = (text: string): Decimal | undefined => {
  const [, sign, whole = '', fraction = '', exponentSign = '', exponent = '0'] =
    spelling.exec(asciiDigits(text)) ?? [];
  if (sign === undefined || whole + fraction === '') return undefined;

  const scale = fraction.length - Number(exponentSign + exponent);
  if (Math.abs(scale) > 2_147_483_647) return undefined;

  const digits = (whole + fraction).replace(/^0+(?=.)/, '');
  return { negative: sign === '-' && digits !== '0', digits, scale };
};

/** -1, 0 or 1, by value: 1.0 and 1 are equal. */
export const compareDecimals = (left: Decimal, right: Decimal): number => {
  const signs = signOf(left) - signOf(right);
  if (signs !== 0) return Math.sign(signs);
  return compareMagnitudes(left, right) * signOf(left);
};

/** BigDecimal.toString: what a string on the left of == is compared with (filter-literals-126). */
export const decimalText = ({ negative, digits, scale }: Decimal): string => {
  const sign = negative ? '-' : '';
  const exponent = digits.length - 1 - scale;
  if (scale === 0) return sign + digits;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }

  const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const power = exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`;
  return `${sign}${digits.charAt(0)}${rest}${power}`;
};

/** BigDecimal.intValue: the fraction is cut and the rest taken modulo 2^32 (filter-size-empty-010). */
export const decimalToInt = ({ negative, digits, scale }: Decimal): number => {
  if (digits.length - scale <= 0 || scale <= -64) return 0;

  const whole = scale > 0 ? digits.slice(0, -scale) : digits + '0'.repeat(-scale);
  const bits = BigInt.asIntN(32, BigInt(whole) * (negative ? -1n : 1n));
  return Number(bits);
};

const signOf = ({ negative, digits }: Decimal): number => {
  if (digits === '0') return 0;
  return negative ? -1 : 1;
};

const compareMagnitudes = (left: Decimal, right: Decimal): number => {
  if (left.digits === '0') return 0;
  const exponents = left.digits.length - left.scale - (right.digits.length - right.scale);
  if (exponents !== 0) return Math.sign(exponents);

  const length = Math.max(left.digits.length, right.digits.length);
  const [a, b] = [left.digits.padEnd(length, '0'), right.digits.padEnd(length, '0')];
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
