import { triggers } from '../../contracts/triggers/index.ts';
import { isObject, type JsonObject } from './answer.ts';
import type { Target } from './targets/target.ts';

/** An input that fits the schema of its trigger, as the vendor asks for, and is told from others by a mark in it. */
export type MarkedEvent = Readonly<{
  input: JsonObject;
  /** Whether what arrived, or what a status shows, is of this event. */
  isIn: (json: unknown) => boolean;
  /** A filter that matches this event, and none with another mark. */
  filter: string;
}>;

/** The sample inputs of a tenant's triggers, by id. */
export type Samples = ReadonlyMap<string, JsonObject>;

export type Events = Readonly<{ of: (triggerId: unknown, mark: string) => Promise<MarkedEvent> }>;

/** Reads the samples, for orientation: judged is only what every exchange owes, the rest by the specs on triggers. */
export const readSamples = async ({
  client,
  version,
}: Pick<Target, 'client' | 'version'>): Promise<Samples> => {
  const samples = new Map<string, JsonObject>(triggers.map(({ id, sampleInput }) => [id, sampleInput]));
  const { live } = await client.call('listTriggers', { version, query: { limit: '250' } });
  for (const trigger of Array.isArray(live.body) ? live.body.filter(isObject) : []) {
    const { exampleInput } = trigger;
    if (isObject(exampleInput) && placeIn(exampleInput)) samples.set(String(trigger.id), exampleInput);
  }

  return samples;
};

/** Events are made of what the tenant itself gives as a sample: it fits whatever schema the tenant goes by. */
export const createEvents = (samples: () => Promise<Samples>): Events => ({
  of: async (triggerId, mark) => {
    const sample = (await samples()).get(String(triggerId));
    const place = sample && placeIn(sample);
    if (!place) throw new Error(`No sample input of ${triggerId} has a text to mark.`);

    return {
      input: withText(sample, place, mark),
      isIn: (json) => textAt(json, place) === mark,
      filter: `$[?(@.${place.join('.')} == "${mark}")]`,
    };
  },
});

type Place = readonly string[];

/** Members that hold free text wherever they stand; what else is a text may be an enum, an id or a time. */
const free = ['name', 'accessRequestId', 'displayName', 'fileName', 'comment', 'description'];

/** The place of a free text in an object, not below a list, the nearest to its surface. */
const placeIn = (sample: JsonObject): Place | undefined => {
  const level: [Place, JsonObject][] = [[[], sample]];
  for (const [place, object] of level) {
    const name = free.find((each) => typeof object[each] === 'string');
    if (name !== undefined) return [...place, name];
    for (const [member, value] of Object.entries(object))
      if (isObject(value) && /^\w+$/.test(member)) level.push([[...place, member], value]);
  }

  return undefined;
};

const withText = (object: JsonObject, [member = '', ...rest]: Place, text: string): JsonObject => {
  const inner = object[member];

  return {
    ...object,
    [member]: rest.length > 0 && isObject(inner) ? withText(inner, rest, text) : text,
  };
};

const textAt = (json: unknown, place: Place): unknown =>
  place.reduce<unknown>((value, member) => (isObject(value) ? value[member] : undefined), json);
