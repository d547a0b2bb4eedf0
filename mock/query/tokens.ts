import { type Reading, read, refuse } from '../call.ts';

/** A piece of a filter expression. */
export type FilterToken =
  | Readonly<{ kind: 'word'; text: string }>
  | Readonly<{ kind: 'string'; text: string }>
  | Readonly<{ kind: 'open' | 'close'; text: string }>;

const pattern =
  /\s*(?:(?<open>\()|(?<close>\))|"(?<string>(?:[^"\\]|\\["\\])*)"|(?<word>[A-Za-z_][\w.]*))\s*/y;

/** Cuts a filter into words, double-quoted strings (with `\"` and `\\`) and parentheses. */
export const readTokens = (text: string): Reading<readonly FilterToken[]> => {
  const tokens: FilterToken[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (!groups)
      return refuse('filters', `cannot be read from character ${at + 1} on: ${text.slice(at, at + 20)}`);
    tokens.push(toToken(groups));
  }

  return read(tokens);
};

const toToken = ({ open, close, string, word }: Record<string, string | undefined>): FilterToken => {
  if (string !== undefined) return { kind: 'string', text: string.replace(/\\(["\\])/g, '$1') };
  if (word !== undefined) return { kind: 'word', text: word };

  return open ? { kind: 'open', text: '(' } : { kind: 'close', text: close ?? ')' };
};
