import type { JsonObject } from './answer.ts';
import { isObject } from './answer.ts';
import { differences } from './differences.ts';
import { errorOf, isEnded, outputOf } from './invocations.ts';

type Fact = Readonly<{ holds: boolean; expected: string; seen: string }>;

/** The invocation has not ended. */
export const isOpen = (status: JsonObject): Fact => ({
  holds: status.id !== undefined && !isEnded(status),
  expected: 'open: completed empty',
  seen: told(status),
});

/** The invocation ended with an output that has these members. */
export const endedWith = (status: JsonObject, output: JsonObject): Fact => ({
  holds:
    isEnded(status) && errorOf(status) === undefined && differences(outputOf(status), output).length === 0,
  expected: `completed with the output ${JSON.stringify(output)}`,
  seen: told(status),
});

/** The invocation ended as failed, with a reason. */
export const endedAsFailed = (status: JsonObject): Fact => {
  const error = errorOf(status);

  return {
    holds:
      isEnded(status) &&
      isObject(error) &&
      typeof error.locale === 'string' &&
      typeof error.message === 'string',
    expected: 'completed, with a localizedError that has locale and message',
    seen: told(status),
  };
};

/** The end came not much later than it was due: `mostMs` behind the start, as the tenant dates both. */
export const endedWithin = ({ created, completed }: JsonObject, mostMs: number): Fact => {
  const lasted = Date.parse(String(completed)) - Date.parse(String(created));

  return {
    holds: lasted <= mostMs,
    expected: `an end within ${mostMs / 1000} s`,
    seen: `after ${lasted / 1000} s`,
  };
};

const told = (status: JsonObject): string => {
  if (status.id === undefined) return 'no status of the invocation';
  if (!isEnded(status)) return 'open';
  const error = errorOf(status);

  return error === undefined
    ? `completed, output ${JSON.stringify(outputOf(status) ?? null)?.slice(0, 200)}, no localizedError`
    : `completed, localizedError ${JSON.stringify(error).slice(0, 200)}`;
};
