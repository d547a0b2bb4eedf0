import { type Html, html } from '../../render/html.ts';
import { cut } from '../../text.ts';

const longest = 2000;

/** Expected above seen, the words in which they differ marked. */
export const diff = (expected: string, seen: string): Html => {
  const [before, after] = [words(expected), words(seen)];
  const start = before.findIndex((word, index) => word !== after[index]);
  const same = start === -1 ? before.length : start;
  const most = Math.min(before.length, after.length) - same;
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;

  return html`<dl class="diff"><dt>expected</dt><dd class="expected">${parts(before, same, end, 'ins')}</dd><dt>seen</dt><dd class="seen">${parts(after, same, end, 'del')}</dd></dl>`;
};

const parts = (all: readonly string[], start: number, end: number, tag: 'ins' | 'del'): Html => {
  const [first, middle, last] = [
    all.slice(0, start),
    all.slice(start, all.length - end),
    all.slice(all.length - end),
  ].map((some) => some.join(''));
  const marked =
    middle === '' ? undefined : tag === 'ins' ? html`<ins>${middle}</ins>` : html`<del>${middle}</del>`;

  return html`${first}${marked ?? ''}${last}`;
};

/** With the blanks between them, so that joined they are the text again. */
const words = (text: string): readonly string[] => cut(text, longest).split(/(?<=\s)/);
