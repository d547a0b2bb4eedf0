import { join } from 'node:path';
import { writeWhole } from '../../write-whole.ts';
import type { Against } from './against.ts';
import { renderAgainstMarkdown } from './markdown.ts';
import { renderAgainstPage } from './page.ts';

/** Writes the comparison into the folder of the later run; gives the path to show. */
export const writeAgainst = (folder: string, compared: Against): string => {
  const path = join(folder, 'against.html');
  writeWhole(join(folder, 'against.md'), renderAgainstMarkdown(compared));
  writeWhole(path, renderAgainstPage(compared));

  return path;
};
