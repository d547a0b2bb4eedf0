const escapes: Readonly<Record<string, string>> = { r: '\r', f: '\f', t: '\t', n: '\n', b: '\b' };

/**
 * The text that a quoted string or name stands for; undefined where `\u` is not followed by a number of
 * four digits. An unfinished `\u` at the end is dropped, a backslash at the end stays.
 */
export const unescapeText = (text: string): string | undefined => {
  if (!text.includes('\\')) return text;

  let result = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character !== '\\') {
      result += character;
      continue;
    }
    index++;
    const escaped = text.charAt(index);
    if (escaped === '') return `${result}\\`;
    if (escaped !== 'u') {
      result += Object.hasOwn(escapes, escaped) ? escapes[escaped] : escaped;
      continue;
    }

    const digits = text.slice(index + 1, index + 5);
    index += 4;
    if (digits.length < 4) return result;
    if (!/^([0-9a-f]{4}|[+-][0-9a-f]{3})$/i.test(digits)) return undefined;
    result += String.fromCharCode(Number.parseInt(digits, 16));
  }
  return result;
};
