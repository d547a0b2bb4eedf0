import { visibleLines } from '../text.ts';

/** Markup that is safe to write into a page: it was made by `html` alone. */
export type Html = Readonly<{ markup: string }>;

type Part = Html | string | number | undefined | readonly Html[];

/**
 * Markup from a template, in which what is put in is text: it is escaped, and what controls, hides or turns text is
 * shown as `\u001b`. Nothing that a tenant wrote becomes markup.
 * @example html`<p>${'<b>'}</p>` // <p>&lt;b&gt;</p>
 */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: literals.map((literal, index) => literal + markupOf(parts[index])).join(''),
});

export const nothing: Html = { markup: '' };

/** Text of this program that is no markup to be escaped: a style sheet, a script. */
export const verbatim = (markup: string): Html => ({ markup });

const markupOf = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));

  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
};

const escaped = (text: string): string =>
  visibleLines(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
