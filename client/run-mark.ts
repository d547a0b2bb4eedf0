const tool = 'isc-triggers';

const mark = /(?:^|\s)isc-triggers ([\w-]+)(?:\s|$)/;

/** Name of a thing that a run makes on a tenant: `isc-triggers 8f3c1d filter with a null`. */
export const markedName = (runId: string, text: string): string => `${tool} ${runId} ${text}`;

/** The run that made a thing, by its name; `undefined` where no run of this suite did. */
export const runIdOf = (name: string): string | undefined => mark.exec(name)?.[1];

/** Whether a name carries the mark of any run of this suite. */
export const isMarked = (name: string): boolean => runIdOf(name) !== undefined;
