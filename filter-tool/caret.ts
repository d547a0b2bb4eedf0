import type { Span } from '../filters/index.ts';
import { visible } from '../reports/text.ts';

/** A remark on a part of an expression. */
export type Mark = Readonly<{ span: Span; text: string }>;

/** The widest expression that is shown in one piece. */
const widest = 160;

/** How much is shown before and behind a part of a longer one. */
const around = 60;

/** The expression, and below it a line a mark with carets under the part that it is about. */
export const underlined = (expression: string, marks: readonly Mark[]): readonly string[] => {
  const excerpts = marks.map(({ span }) => excerptFor(expression, span));
  const first = excerpts[0] ?? excerptFor(expression, [0, 0]);

  return [
    `  ${first.shown}`,
    ...marks.flatMap(({ text }, index) => {
      const excerpt = excerpts[index] ?? first;
      const before = excerpts[index - 1] ?? first;
      return [
        ...(excerpt.shown === before.shown ? [] : [`  ${excerpt.shown}`]),
        `  ${' '.repeat(excerpt.indent)}${'^'.repeat(excerpt.width)} ${text}`.trimEnd(),
      ];
    }),
  ];
};

type Excerpt = Readonly<{ shown: string; indent: number; width: number }>;

const excerptFor = (expression: string, [start, end]: Span): Excerpt => {
  const isWhole = columns(expression) <= widest;
  const from = isWhole ? 0 : Math.max(0, start - around);
  const to = isWhole ? expression.length : Math.min(expression.length, start + around);
  const head = from === 0 ? '' : '... ';
  const tail = to === expression.length ? '' : ' ...';
  const shown = `${head}${visible(expression.slice(from, to))}${tail}`;
  const indent = head.length + columns(expression.slice(from, start));
  const width = Math.max(1, columns(expression.slice(start, Math.min(end, to))));

  return { shown, indent, width };
};

/** The columns that a text takes: a character each, two where East Asian letters or pictures are wide. */
const columns = (text: string): number =>
  [...visible(text)].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
