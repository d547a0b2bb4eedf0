import type { EventTarget } from '../support/dispatch-plan.ts';

export type LoadMode = EventTarget['mode'];

export const loadModes = ['FIRE_AND_FORGET', 'SYNC', 'ASYNC', 'DYNAMIC'] as const;

/** A trigger that events of a mode are started on. */
export type ModeTarget = Readonly<{ mode: LoadMode; triggerId: string }>;

const requestResponse = ['idn:access-request-pre-approval', 'idn:access-request-dynamic-approver'] as const;
const fireAndForget = 'idn:identity-created';

/**
 * Parts of a run that follow each other: each REQUEST_RESPONSE trigger has one subscription and so one mode at a time,
 * and there are two such triggers for three modes. A trigger that is named takes one mode at a time as well.
 */
export const legsOf = (
  modes: readonly LoadMode[],
  triggerId?: string,
): readonly (readonly ModeTarget[])[] => {
  const free = modes.filter((mode) => mode === 'FIRE_AND_FORGET');
  const bound = modes.filter((mode) => mode !== 'FIRE_AND_FORGET');
  const places = triggerId === undefined ? requestResponse : [triggerId];
  const legs: ModeTarget[][] = [];
  for (const [index, mode] of bound.entries()) {
    const place = places[index % places.length] ?? requestResponse[0];
    if (index % places.length === 0) legs.push([]);
    legs.at(-1)?.push({ mode, triggerId: place });
  }
  if (legs.length === 0) legs.push([]);

  return legs.map((leg) => [
    ...free.map((mode) => ({ mode, triggerId: triggerId ?? fireAndForget })),
    ...leg,
  ]);
};
