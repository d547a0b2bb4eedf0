import { isRecord } from '../json-schema.ts';
import { type Issue, issuesBelow } from './issues.ts';
import type { TriggerChecks } from './trigger-checks.ts';

/** What is unusual in a list of triggers: an example or a schema that does not fit its trigger. Never a violation. */
export const triggerWarnings = (body: unknown, checks: TriggerChecks): readonly Issue[] =>
  Array.isArray(body)
    ? body.flatMap((trigger, index) =>
        isRecord(trigger) ? issuesBelow(`/${index}`, warningsOf(trigger, checks)) : [],
      )
    : [];

const warningsOf = (trigger: Readonly<Record<string, unknown>>, checks: TriggerChecks): readonly Issue[] => {
  const { id, type, inputSchema, outputSchema, exampleInput, exampleOutput } = trigger;
  const isText = typeof outputSchema === 'string' && outputSchema !== '';

  return [
    ...serialisedSchema('/inputSchema', inputSchema),
    ...(isText ? serialisedSchema('/outputSchema', outputSchema) : []),
    ...(type === 'REQUEST_RESPONSE' && !isText ? [missingOutputSchema] : []),
    ...(isRecord(exampleInput)
      ? issuesBelow('/exampleInput', checks.triggerInputIssues(String(id), exampleInput))
      : []),
    ...(isRecord(exampleOutput)
      ? issuesBelow('/exampleOutput', checks.triggerOutputIssues(String(id), exampleOutput))
      : []),
  ];
};

const missingOutputSchema: Issue = {
  pointer: '/outputSchema',
  message: 'must be present where the trigger takes an answer',
  keyword: 'required',
};

/** Input and output schemas are JSON Schemas in serialised form. */
const serialisedSchema = (pointer: string, text: unknown): readonly Issue[] =>
  typeof text !== 'string' || isRecord(parsed(text))
    ? []
    : [{ pointer, message: 'must be a JSON Schema, serialised', keyword: 'contentSchema' }];

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
