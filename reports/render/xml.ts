import { cut, visibleLines } from '../text.ts';

/** The longest text of an attribute or element. */
const longest = 10_000;

/** An element with its attributes; children are XML already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string => {
  const open = [
    name,
    ...Object.entries(attributes).map(
      ([key, value]) => `${key}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`,
    ),
  ].join(' ');

  return children.length === 0 ? `<${open}/>` : `<${open}>\n${children.join('\n')}\n</${name}>`;
};

/** XML 1.0 has no way to write most control characters and halves of surrogate pairs: they are spelled out. */
export const escaped = (content: string): string =>
  visibleLines(cut(content, longest))
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
