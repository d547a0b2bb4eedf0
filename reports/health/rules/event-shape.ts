import { findTrigger } from '../../../contracts/triggers/index.ts';
import { objectOf, type Shape, shapeOfSchema, shapeOfValue, union } from '../../../filters/index.ts';
import type { TriggerFacts } from '../snapshot.ts';

/** What is known of the events of a trigger. */
export type Events = Readonly<{
  shape: Shape;
  /** Invented events: the tenant's own, and the catalogue's. */
  samples: readonly unknown[];
}>;

/** From the tenant's schema and example and from the catalogue's: an event may be as any of them has it. */
export const eventsOf = (triggerId: string, trigger: TriggerFacts | undefined): Events => {
  const known = findTrigger(triggerId);
  const samples = [trigger?.exampleInput, known?.sampleInput].filter(isEvent);
  const schemas = [parsed(trigger?.inputSchema), known?.inputSchema].map(shapeOfSchema).filter(tells);

  return {
    shape: schemas.length === 0 ? unknownEvent : union(...schemas, ...samples.map(shapeOfValue)),
    samples,
  };
};

/** An object of which nothing is known. */
const unknownEvent = objectOf(new Map(), true);

/** A schema that lists no members tells nothing. */
const tells = ({ any, members }: Shape): boolean => !any && members.size > 0;

const isEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const parsed = (schema: string | undefined): unknown => {
  try {
    return JSON.parse(schema ?? '');
  } catch {
    return undefined;
  }
};
