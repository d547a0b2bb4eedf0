import type { ErrorObject } from 'ajv/dist/2020.js';
import { escapeToken } from '../json-pointer.ts';

/** One place in which a value is not what its schema says. */
export type Issue = Readonly<{
  /** JSON pointer into the value; to the place where a missing member should stand. */
  pointer: string;
  /** What was expected there, to be read behind the pointer: "must be string". */
  message: string;
  /** The JSON Schema keyword that failed, or `body` where a body is missing or should not be there. */
  keyword: string;
}>;

/** Ajv's errors (of a `verbose` instance) as issues: one for each fault, without those that only repeat one. */
export const toIssues = (errors: readonly ErrorObject[]): readonly Issue[] => {
  const unions = errors.filter(({ keyword }) => unionKeywords.includes(keyword));
  const repeats = ({ keyword, schemaPath, instancePath }: ErrorObject): boolean =>
    keyword === 'if' ||
    unions.some(
      (union) => schemaPath.startsWith(`${union.schemaPath}/`) && instancePath.startsWith(union.instancePath),
    );

  return unique(errors.filter((error) => !repeats(error)).map(toIssue));
};

/** What identifies an issue: the keyword and the place. */
export const issueKey = ({ pointer, keyword }: Issue): string => `${keyword} ${pointer}`;

/** The same issues for a value that stands deeper in another one. */
export const issuesBelow = (pointer: string, issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, pointer: `${pointer}${issue.pointer}` }));

const unionKeywords = ['anyOf', 'oneOf'];

const toIssue = (error: ErrorObject): Issue => ({
  pointer: error.keyword === 'required' ? missingMember(error) : error.instancePath,
  message: (messages[error.keyword] ?? ownWords)(error),
  keyword: error.keyword,
});

const missingMember = ({ instancePath, params }: ErrorObject): string =>
  `${instancePath}/${escapeToken(String(params.missingProperty))}`;

const ownWords = ({ message, keyword }: ErrorObject): string => message ?? `must keep ${keyword}`;

const messages: Readonly<Record<string, (error: ErrorObject) => string>> = {
  required: () => 'must be present',
  type: ({ params }) => `must be ${[params.type].flat().join(' or ')}`,
  enum: ({ params }) => `must be one of ${params.allowedValues.map(String).join(', ')}`,
  anyOf: ({ schema }) => `must be ${namesOf(schema).join(' or ')}`,
};

const namesOf = (alternatives: unknown): readonly string[] =>
  Array.isArray(alternatives)
    ? alternatives.flatMap(({ title, format, type }) => title ?? format ?? type ?? [])
    : [];

const unique = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((issue) => [issueKey(issue), issue])).values(),
];
