const tool = 'isc-triggers';

const mark = /(?:^|\s)isc-triggers ([\w-]+)(?:\s|$)/;

/** Name of a thing that a run makes on a tenant: `isc-triggers 8f3c1d filter with a null`. */
export const markedName = (runId: string, text: string): string => `${tool} ${runId} ${text}`;

/** The run that made a thing, by its name; `undefined` where no run of this suite did. */
export const runIdOf = (name: string): string | undefined => mark.exec(name)?.[1];

/** Whether a name carries the mark of any run of this suite. */
export const isMarked = (name: string): boolean => runIdOf(name) !== undefined;

/** From when run ids count. */
const firstMinute = Date.UTC(2026, 0, 1) / 60_000;

/**
 * Id of a run: the minute of its start and three random characters, in base 36. What a killed run left tells by
 * its name alone how old it is: subscriptions carry no time.
 */
export const newRunId = (now = Date.now(), random = Math.random): string => {
  const minute = Math.max(0, Math.floor(now / 60_000) - firstMinute);
  const rest = Math.floor(random() * 36 ** 3);

  return `${minute.toString(36).padStart(5, '0')}${rest.toString(36).padStart(3, '0')}`;
};

/** When a run started, in ms since the epoch and to the minute; `undefined` for what is no run id. */
export const startOfRun = (runId: string): number | undefined =>
  /^[\da-z]{8}$/.test(runId) ? (Number.parseInt(runId.slice(0, 5), 36) + firstMinute) * 60_000 : undefined;
