import { isJsonObject } from './json.ts';

/** What a subscriber needs to complete an invocation later, and where in the event it stood. */
export type EventMetadata = Readonly<{
  /** `top` in an HTTP dispatch, `detail` in an event from an EventBridge bus. */
  place: 'top' | 'detail';
  callbackURL: string;
  secret: string;
}>;

/** Finds callbackURL and secret in an event, or undefined where it has not both as texts. */
export const readMetadata = (event: unknown): EventMetadata | undefined => {
  if (!isJsonObject(event)) return undefined;

  return metadataOf(event, 'top') ?? metadataOf(event.detail, 'detail');
};

/** The `{id}` in a callbackURL, or undefined where it is none of a completion. */
export const invocationIdOf = (callbackURL: string): string | undefined => {
  const id = /\/([^/?#]+)\/complete(?:[?#]|$)/.exec(callbackURL)?.[1];

  return id === undefined ? undefined : decode(id);
};

const metadataOf = (holder: unknown, place: EventMetadata['place']): EventMetadata | undefined => {
  if (!isJsonObject(holder) || !isJsonObject(holder._metadata)) return undefined;
  const { callbackURL, secret } = holder._metadata;

  return typeof callbackURL === 'string' && typeof secret === 'string'
    ? { place, callbackURL, secret }
    : undefined;
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
