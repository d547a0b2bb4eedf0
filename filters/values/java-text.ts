import { ExactNumber, isObject, KeySet, type Value } from './value.ts';

/** toString() of a number: 100000000, 2.5, 1.0E-5. */
export const numberText = (value: number | ExactNumber): string => {
  if (value instanceof ExactNumber) return value.text;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : doubleText(value);
};

/** Double.toString: always with a point, and with an exponent below 10^-3 and from 10^7 on. */
export const doubleText = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e7)) {
    const sign = Object.is(value, -0) ? '-' : '';
    return sign + (Number.isInteger(value) ? `${value}.0` : String(value));
  }

  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
};

/** toString() as concat() uses it: lists as JSON, objects as {name=value} (of Java's maps). */
export const javaText = (value: Value): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  if (value instanceof KeySet) return `[${value.names.join(', ')}]`;
  if (Array.isArray(value)) return jsonText(value);
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([name, member]) => `${name}=${javaText(member)}`)
      .join(', ')}}`;
  }
  return numberText(value);
};

/** String.trim(): cuts everything up to the blank, and nothing beyond ASCII. */
export const javaTrim = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && text.charAt(start) <= ' ') start++;
  while (end > start && text.charAt(end - 1) <= ' ') end--;
  return text.slice(start, end);
};

const jsonText = (value: Value): string => {
  if (typeof value === 'string') return `"${value.replace(escapedCharacters, escapeCharacter)}"`;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, member]) => `${jsonText(name)}:${jsonText(member)}`);
    return `{${members.join(',')}}`;
  }
  return javaText(value);
};

const escapedCharacters = /["\\/\0-\x1f\x7f-\x9f\u2000-\u20ff]/g;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const escapeCharacter = (character: string): string =>
  shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
