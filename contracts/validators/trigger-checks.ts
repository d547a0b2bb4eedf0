import type { CatalogueTrigger } from '../triggers/index.ts';
import { createCompiler } from './compiler.ts';
import type { Issue } from './issues.ts';

export type TriggerChecks = Readonly<{
  /** Where an event differs from what is documented for its trigger; an unknown trigger's is an object. */
  triggerInputIssues: (triggerId: string, input: unknown) => readonly Issue[];
  /** The same for what a subscriber answers; only REQUEST_RESPONSE triggers take an answer. */
  triggerOutputIssues: (triggerId: string, output: unknown) => readonly Issue[];
}>;

/** Checks by the schemas of the triggers, each compiled when it is first asked for. */
export const createTriggerChecks = (triggers: readonly CatalogueTrigger[]): TriggerChecks => {
  const unknown = { inputSchema: { type: 'object' }, outputSchema: {} };
  const known = triggers.map(
    ({ id, inputSchema, outputSchema }) => [id, { inputSchema, outputSchema }] as const,
  );
  const schemas = new Map<string, { inputSchema: unknown; outputSchema: unknown }>(known);
  const at = createCompiler({
    document: { ...Object.fromEntries(known), unknown },
    file: 'contracts/triggers',
  });

  const check = (
    triggerId: string,
    schema: 'inputSchema' | 'outputSchema',
    value: unknown,
  ): readonly Issue[] => {
    const id = schemas.has(triggerId) ? triggerId : 'unknown';
    return schemas.get(id)?.[schema] === null ? [] : at(`/${id}/${schema}`)(value);
  };

  return {
    triggerInputIssues: (triggerId, input) => check(triggerId, 'inputSchema', input),
    triggerOutputIssues: (triggerId, output) => check(triggerId, 'outputSchema', output),
  };
};
