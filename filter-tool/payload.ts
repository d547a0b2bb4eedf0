import { UsageError } from '../gate/gate-options.ts';
import { visible } from '../reports/text.ts';
import { jsonProblem } from './json-problem.ts';
import { triggerOf } from './trigger-sample.ts';

/** An event to hold a filter against, and what people call it. */
export type Payload = Readonly<{ name: string; value: unknown }>;

/** Reads the JSON of a payload. A UsageError says line and column of what is none. */
export const parsePayload = (name: string, bytes: Uint8Array): Payload => {
  const text = decoded(bytes);
  try {
    return { name, value: JSON.parse(text) };
  } catch {
    const { line, column, message } = jsonProblem(text);
    throw new UsageError(`${visible(name)}:${line}:${column} is not JSON: ${message}.`);
  }
};

/** The sample input of a documented trigger. A UsageError names the nearest ids of one that is none. */
export const samplePayload = (triggerId: string): Payload => {
  const trigger = triggerOf(triggerId);
  if (typeof trigger === 'string') throw new UsageError(trigger);

  return { name: `sample of ${trigger.id}`, value: trigger.sampleInput };
};

/** UTF-8, or UTF-16 with its mark, as PowerShell writes it; without the mark. */
export const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
