import type { TriggerType } from '../contracts/types.ts';
import { parseDuration } from './duration.ts';

/** What a subscriber has to answer a dispatch, in ms: documented as 10 seconds. */
export const answerLimitMs = 10_000;

type Started = Readonly<{
  triggerType: TriggerType;
  /** When the invocation was created, in ms. */
  created: number;
  /** ISO 8601 duration, as the subscription has it. */
  responseDeadline: string;
}>;

/**
 * When an invocation that nobody completes ends as failed, in ms on the scale of `created`. Documented for
 * REQUEST_RESPONSE; FIRE_AND_FORGET awaits no response and so has none, and neither has what names no duration that
 * can be counted. That the time runs from `created` is assumed.
 */
export const responseDeadlineAt = ({
  triggerType,
  created,
  responseDeadline,
}: Started): number | undefined => {
  const duration = parseDuration(responseDeadline);

  return triggerType === 'REQUEST_RESPONSE' && duration.ok ? created + duration.ms : undefined;
};
