import { triggers } from '../../contracts/triggers/index.ts';
import type { TriggerRecord } from '../records.ts';

/** The documented triggers as a tenant offers them. */
export const catalogue: readonly TriggerRecord[] = triggers.map((trigger) => ({
  id: trigger.id,
  name: trigger.name,
  type: trigger.type,
  description: trigger.description,
  inputSchema: JSON.stringify(trigger.inputSchema),
  exampleInput: trigger.sampleInput,
  outputSchema: trigger.outputSchema && JSON.stringify(trigger.outputSchema),
  exampleOutput: trigger.sampleOutput,
}));
