import { decimalText, parseDecimal } from '../values/decimal.ts';
import { doubleText } from '../values/java-text.ts';
import { ExactNumber, type Value } from '../values/value.ts';
import { bareText, current, end, JsonProblem, type JsonText, skipSpace } from './text.ts';

/** Reads what begins with a digit or `-`; what goes on otherwise than a number is a text. */
export const readNumber = (input: JsonText, stops: string): Value => {
  const start = input.position;
  input.position++;
  skipDigits(input);
  const isWhole = !'.Ee'.includes(current(input));

  if (current(input) === '.') {
    input.position++;
    skipDigits(input);
  }
  if (!isWhole && 'Ee'.includes(current(input))) {
    input.position++;
    if (!/[-+0-9]/.test(current(input))) return bareText(input, stops, start);
    input.position++;
    skipDigits(input);
  }

  skipSpace(input);
  const next = current(input);
  if (next < '~' && next !== end && !stops.includes(next)) return bareText(input, stops, start);
  const text = input.text.slice(start, input.position).trim();
  return isWhole ? wholeNumber(text) : fraction(text);
};

const skipDigits = (input: JsonText): void => {
  while (/[0-9]/.test(current(input))) input.position++;
};

const wholeNumber = (text: string): Value => {
  if (text === '-') return 0;
  const plain = Number(text);
  return Number.isSafeInteger(plain) ? plain + 0 : new ExactNumber('integer', BigInt(text).toString());
};

/** Up to 18 characters are a double, more are an exact decimal. */
const fraction = (text: string): Value => {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new JsonProblem();
  if (text.length > 18) return new ExactNumber('decimal', decimalText(decimal));

  const plain = Number(text);
  return Number.isFinite(plain) && !Number.isInteger(plain)
    ? plain
    : new ExactNumber('double', doubleText(plain));
};
