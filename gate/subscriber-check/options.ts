import type { CatalogueTrigger } from '../../contracts/triggers/index.ts';
import { type DurationReading, parseDuration } from '../../dispatch/duration.ts';
import { isJsonObject } from '../../dispatch/json.ts';
import type { DispatchMode } from '../../dispatch/mode.ts';
import { type PayloadPlace, readPayloads } from '../../filter-tool/read-payloads.ts';
import { triggerOf } from '../../filter-tool/trigger-sample.ts';
import { chosenOf } from '../../load/chosen.ts';
import { ownEndpoint } from '../../load/subscriber/endpoint.ts';
import { visible } from '../../reports/text.ts';
import { UsageError } from '../gate-options.ts';
import type { OwnPayload } from './steps.ts';

/** What `subscriber check` was asked for on the command line. */
export type CheckOptions = Readonly<{
  url: string;
  trigger: string;
  mode?: string;
  payload: readonly string[];
  /** ISO 8601 duration. */
  responseDeadline: string;
  iOwnThisEndpoint?: string;
  results: string;
  color: boolean;
  quiet?: boolean;
}>;

/** The address of the subscriber. Throws UsageError where it may be somebody else's, or holds credentials. */
export const checkedUrl = ({
  url,
  iOwnThisEndpoint,
}: Pick<CheckOptions, 'url' | 'iOwnThisEndpoint'>): URL => {
  const parsed = ownEndpoint(url, iOwnThisEndpoint);
  if (parsed.username || parsed.password)
    throw new UsageError(
      '--url holds credentials: a tenant sends them in a header. Export them as ISC_CHECK_USER and ISC_CHECK_PASSWORD.',
    );

  return parsed;
};

/** The documented trigger of an id. Throws UsageError with the nearest. */
export const checkedTrigger = (id: string): CatalogueTrigger => {
  const trigger = triggerOf(id);
  if (typeof trigger === 'string') throw new UsageError(trigger);

  return trigger;
};

const modesByType: Readonly<Record<CatalogueTrigger['type'], readonly DispatchMode[]>> = {
  REQUEST_RESPONSE: ['SYNC', 'ASYNC', 'DYNAMIC'],
  FIRE_AND_FORGET: ['FIRE_AND_FORGET'],
};

/** The modes that were asked for, else all that the trigger allows. Throws UsageError where it allows one not. */
export const checkedModes = (
  mode: string | undefined,
  { id, type }: CatalogueTrigger,
): readonly DispatchMode[] => {
  const allowed = modesByType[type];
  const chosen = chosenOf('--mode', mode, Object.values(modesByType).flat());
  const wrong = chosen?.find((each) => !allowed.includes(each));
  if (wrong !== undefined)
    throw new UsageError(
      `--mode ${wrong} does not go with ${id}: that trigger is of type ${type}. It takes ${allowed.join(', ')}.`,
    );

  return chosen === undefined ? allowed : [...new Set(chosen)];
};

/** The response deadline, and how it was written. Throws UsageError where it cannot be waited for. */
export const checkedDeadline = (text: string): Readonly<{ text: string; ms: number }> => {
  const read: DurationReading = parseDuration(text);
  if (!read.ok) throw new UsageError(`--response-deadline: ${read.reason}. Write it as PT30S or PT5M.`);
  if (read.ms < 1000 || read.ms > longestMs)
    throw new UsageError(
      `--response-deadline ${text} is not from 1 second to 1 day: so long the check would wait. Write it as PT30S or PT5M.`,
    );

  return { text, ms: read.ms };
};

const longestMs = 86_400_000;

/**
 * Events of the user's own, without the `_metadata` that a recorded one may have: each event gets its own. Throws
 * UsageError where one is no object, or cannot be read.
 */
export const ownPayloads = async (
  files: readonly string[],
  place: PayloadPlace,
): Promise<readonly OwnPayload[]> => {
  if (files.length === 0) return [];
  const payloads = await readPayloads({ payload: files }, place);

  return payloads.map(({ name, value }) => {
    if (!isJsonObject(value))
      throw new UsageError(`${visible(name)} is no event: an event is a JSON object, as {"identity": ...}.`);
    const { _metadata, ...input } = value;

    return { name: visible(name), input };
  });
};
