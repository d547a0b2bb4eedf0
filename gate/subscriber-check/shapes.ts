import { isRecord, type JsonSchema } from '../../contracts/json-schema.ts';
import type { CatalogueTrigger } from '../../contracts/triggers/index.ts';
import { isJsonObject, type JsonObject } from '../../dispatch/json.ts';
import type { PromiseId } from './promises/index.ts';

/** An event of a trigger that looks otherwise than its sample, and fits. */
export type Shape = Readonly<{ what: string; tries: PromiseId; input: JsonObject }>;

type Change = Readonly<{
  what: string;
  tries: PromiseId;
  /** Undefined, or what it was given, where there is nothing to change. */
  change: (input: JsonObject, trigger: CatalogueTrigger) => unknown;
}>;

/** The shapes in which events of a trigger come beside its sample. */
export const shapesOf = (trigger: CatalogueTrigger): readonly Shape[] => {
  const sample = JSON.stringify(trigger.sampleInput);

  return changes.flatMap(({ what, tries, change }) => {
    const input = change(trigger.sampleInput, trigger);

    return isJsonObject(input) && JSON.stringify(input) !== sample ? [{ what, tries, input }] : [];
  });
};

const changes: readonly Change[] = [
  {
    what: 'requestedFor as a list of one',
    tries: 'event.shape',
    change: ({ requestedFor, ...rest }) =>
      isJsonObject(requestedFor) ? { ...rest, requestedFor: [requestedFor] } : undefined,
  },
  {
    what: 'requestedFor as a list of ten',
    tries: 'event.shape',
    change: ({ requestedFor, ...rest }) =>
      isJsonObject(requestedFor) ? { ...rest, requestedFor: Array(10).fill(requestedFor) } : undefined,
  },
  {
    what: 'optional members left out',
    tries: 'event.shape',
    change: (input, { inputSchema }) =>
      withOptional(input, inputSchema, () => ({ kept: false, value: undefined })),
  },
  {
    what: 'optional members null where they may be',
    tries: 'event.shape',
    change: (input, { inputSchema }) =>
      withOptional(input, inputSchema, (value, schema) => ({
        kept: true,
        value: mayBeNull(schema) ? null : value,
      })),
  },
  {
    what: 'names in other letters',
    tries: 'event.shape',
    change: (input) =>
      mapTexts(input, (text, member) => (/name$/i.test(member) ? `${text} Zoë Łukasz 山田 🔑` : text)),
  },
  {
    what: 'times with microseconds',
    tries: 'event.seen',
    change: (input) =>
      mapTexts(input, (text) => text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1.123456Z')),
  },
];

type Decide = (value: unknown, schema: JsonSchema) => Readonly<{ kept: boolean; value: unknown }>;

/** A copy in which every member that its schema does not require is as was decided. */
const withOptional = (value: unknown, schema: JsonSchema, decide: Decide): unknown => {
  if (Array.isArray(value)) {
    const { items } = schema;
    return isRecord(items) ? value.map((item) => withOptional(item, items, decide)) : value;
  }
  const { properties, required } = schema;
  if (!isJsonObject(value) || !isRecord(properties)) return value;

  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const member = properties[name];
      if (!isRecord(member)) return [[name, inner]];
      if (Array.isArray(required) && required.includes(name))
        return [[name, withOptional(inner, member, decide)]];
      const { kept, value: decided } = decide(inner, member);

      return kept ? [[name, decided]] : [];
    }),
  );
};

const mayBeNull = ({ type }: JsonSchema): boolean => Array.isArray(type) && type.includes('null');

/** A copy in which every text is changed; `member` is the name under which it stands. */
const mapTexts = (value: unknown, change: (text: string, member: string) => string, member = ''): unknown => {
  if (typeof value === 'string') return change(value, member);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, member));
  if (!isJsonObject(value)) return value;

  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change, name)]),
  );
};
