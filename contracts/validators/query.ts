import type { Check } from './compiler.ts';
import { type Issue, issuesBelow } from './issues.ts';

/** Checks of query parameters by name. */
export type QueryChecks = ReadonlyMap<string, Check>;

/**
 * What is wrong with the values of a query, each taken for the JSON value that it spells: `10` for a number,
 * `true` for a boolean, anything else for a text. Unknown parameters are not looked at.
 */
export const checkQuery = (checks: QueryChecks, query: Readonly<Record<string, string>>): readonly Issue[] =>
  Object.entries(query).flatMap(([name, text]) => issuesBelow(`/${name}`, judge(checks.get(name), text)));

const judge = (check: Check | undefined, text: string): readonly Issue[] => {
  const issues = check?.(text) ?? [];
  return issues.length === 0 ? issues : (check?.(spelled(text)) ?? []);
};

const spelled = (text: string): unknown => {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
};
