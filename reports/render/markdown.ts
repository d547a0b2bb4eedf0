import { oneLine } from '../text.ts';

/** As many of the first blocks as fit, a blank line before each. */
export const prefixWithin = (blocks: readonly string[], bytes: number): readonly string[] => {
  let free = bytes;
  const end = blocks.findIndex((block) => {
    free -= Buffer.byteLength(block) + 2;
    return free < 0;
  });

  return end === -1 ? blocks : blocks.slice(0, end);
};

/** What stands in place of the blocks that did not fit. */
export const more = (count: number): string => `${count} more, see report`;

/** A tenant's text as code, whatever backticks it holds: nothing in it is markup. */
export const code = (text: string): string => {
  const content = oneLine(text, 500);
  const fence = '`'.repeat(longestRun(content) + 1);

  return `${fence} ${content} ${fence}`;
};

/** Text of several lines as code. */
export const fenced = (text: string): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));

  return `${fence}text\n${text}\n${fence}`;
};

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
