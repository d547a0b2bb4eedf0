import { type CharSet, charsFoundBy, charsOf } from './char-set.ts';

/** The classes that Java has for ASCII only, without the flag U. */
const ascii: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\0-\x7f',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: '0-9A-Za-z',
  Punct: '!-/:-@[-`{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: '\t ',
  Cntrl: '\0-\x1f\x7f',
  XDigit: '0-9A-Fa-f',
  Space: '\t-\r ',
};

const categories = /^(?:L[ultmo]?|LC|M[nec]?|N[dlo]?|Z[slp]?|C[cfson]?|P[cdseifo]?|S[mcko]?)$/;

/** Methods of java.lang.Character. */
const javaMethods =
  /^java((Lower|Upper|Title)Case|Alphabetic|Ideographic|Digit|Defined|Letter(OrDigit)?|(Java|Unicode)Identifier(Start|Part)|IdentifierIgnorable|SpaceChar|Whitespace|ISOControl|Mirrored)$/;

const binary: ReadonlyMap<string, string> = new Map([
  ['alphabetic', 'Alphabetic'],
  ['ideographic', 'Ideographic'],
  ['lowercase', 'Lowercase'],
  ['uppercase', 'Uppercase'],
  ['white_space', 'White_Space'],
  ['hex_digit', 'Hex_Digit'],
  ['join_control', 'Join_Control'],
]);

/** A property that Java knows; `set` is dear for those of Unicode. */
export type Property = Readonly<{ set: () => CharSet }>;

/**
 * The property behind \p{name}; 'unjudged' for what Java knows and this module does not, undefined for what
 * Java refuses. Categories and scripts are those of this Node's Unicode, which is newer than Java 17's.
 */
export const propertyOf = (name: string): Property | 'unjudged' | undefined => {
  if (Object.hasOwn(ascii, name)) return { set: () => charsOf(ascii[name] ?? '') };
  if (categories.test(name)) return unicodeProperty(`gc=${name}`);
  if (javaMethods.test(name) || /^(L1|all|L[DC]|In\w+|(blk|block)=.+)$/.test(name)) return 'unjudged';

  const [, value = ''] = /^(?:Is|gc=|general_category=)(.+)$/i.exec(name) ?? [];
  if (categories.test(value)) return unicodeProperty(`gc=${value}`);
  const known = binary.get(value.toLowerCase());
  if (known !== undefined && name.startsWith('Is')) return unicodeProperty(known);

  const [, script = ''] = /^(?:Is|sc=|script=)(\w+)$/i.exec(name) ?? [];
  if (script === '') return undefined;
  const capitalised = script.toLowerCase().replace(/(?:^|_)[a-z]/g, (letter) => letter.toUpperCase());
  return unicodeProperty(`Script=${capitalised}`);
};

/** A property by the name that JavaScript has for it. */
export const unicodeProperty = (property: string): Property | undefined => {
  try {
    const pattern = new RegExp(`\\p{${property}}`, 'gu');
    return { set: () => charsFoundBy(pattern) };
  } catch {
    return undefined;
  }
};
