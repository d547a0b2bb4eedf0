const decimalDigit = /^\p{Nd}$/u;

/** Whether Java's Character.isDigit holds: digits of every script count (path-index-032). */
export const isDigit = (character: string): boolean =>
  (character >= '0' && character <= '9') || (character > '\u007f' && decimalDigit.test(character));

/** The text with the digits of all scripts written as 0 to 9. */
export const asciiDigits = (text: string): string =>
  /[^\0-\u007f]/.test(text) ? [...text].map(asciiDigit).join('') : text;

/** Integer.parseInt: an int of 32 bits, or undefined. */
export const parseInt32 = (text: string): number | undefined => {
  const plain = asciiDigits(text);
  if (!/^[+-]?[0-9]+$/.test(plain)) return undefined;

  const value = Number(plain);
  return value >= -2_147_483_648 && value <= 2_147_483_647 ? value + 0 : undefined;
};

const asciiDigit = (character: string): string => {
  if (!decimalDigit.test(character)) return character;

  let distance = 0;
  const code = character.charCodeAt(0);
  while (distance < 9 && decimalDigit.test(String.fromCharCode(code - distance - 1))) distance++;
  return String(distance);
};
