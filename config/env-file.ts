import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { nearest } from './nearest.ts';
import { settingNames } from './settings.ts';

export type EnvFile = Readonly<{
  values: Readonly<Record<string, string>>;
  /** Lines that set nothing although they look as if they should. */
  warnings: readonly string[];
  /** Why the file could not be read. */
  problems: readonly string[];
}>;

/** The `.env` of a folder; without one, nothing. */
export function readEnvFile(cwd: string): EnvFile {
  try {
    const text = readFileSync(join(cwd, '.env'), 'utf8');

    return { values: parse(text), warnings: droppedLines(text), problems: [] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const problems =
      code === 'ENOENT' ? [] : [`.env cannot be read (${code}): it must be a file that you may read.`];

    return { values: {}, warnings: [], problems };
  }
}

/**
 * Warns of each line that dotenv passes over without a word. The line itself is not shown: it may be a secret
 * that was pasted alone.
 */
const droppedLines = (text: string): string[] => {
  const warnings: string[] = [];
  let openQuote = '';

  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (openQuote) {
      if (line.includes(openQuote)) openQuote = '';
    } else if (assignment.test(line)) {
      const quote = /^["'`]/.exec(assigned(line))?.[0] ?? '';
      if (quote && !assigned(line).slice(1).includes(quote))
        openQuote = text.includes(quote, endOfLine(text, index)) ? quote : '';
    } else if (!/^\s*(#|$)/.test(line)) {
      warnings.push(`.env, line ${index + 1}: ${told(line)}`);
    }
  });

  return warnings;
};

const assignment = /^\s*(?:export\s+)?[\w.-]+(?:\s*=|:\s)/;

const assigned = (line: string): string => line.replace(assignment, '').trim();

const endOfLine = (text: string, index: number): number =>
  text
    .split(/\r\n?|\n/)
    .slice(0, index + 1)
    .join('\n').length;

const told = (line: string): string => {
  const first = line.trim().split(/[^\w]/)[0] ?? '';
  const name = settingNames.find((known) => known === first) ?? nearest(first, settingNames);

  return name
    ? `${name} has no value, so the line is ignored: write ${name}=VALUE.`
    : 'no setting: it is ignored. A setting is written NAME=VALUE.';
};
