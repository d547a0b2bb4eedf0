import type { EventTarget } from '../support/dispatch-plan.ts';

export type LoadMode = EventTarget['mode'];

export const loadModes = ['FIRE_AND_FORGET', 'SYNC', 'ASYNC', 'DYNAMIC'] as const;

/** A trigger that events of a mode are started on. */
export type ModeTarget = Readonly<{ mode: LoadMode; triggerId: string }>;

/** The triggers that await a response, each with one place. */
export const requestResponse: readonly string[] = [
  'idn:access-request-pre-approval',
  'idn:access-request-dynamic-approver',
];

const fireAndForget = 'idn:identity-created';

type Places = Readonly<{ triggerId?: string | undefined; free?: readonly string[] }>;

/**
 * Parts of a run that follow each other: each REQUEST_RESPONSE trigger has one subscription and so one mode at a time,
 * and there are two such triggers for three modes. A trigger that is named takes one mode at a time as well. `free`
 * are those of the two whose place nobody holds; where there is none, the modes that need one are left out.
 */
export const legsOf = (
  modes: readonly LoadMode[],
  { triggerId, free: places = triggerId === undefined ? requestResponse : [triggerId] }: Places = {},
): readonly (readonly ModeTarget[])[] => {
  const free = modes.filter((mode) => mode === 'FIRE_AND_FORGET');
  const bound = places.length === 0 ? [] : modes.filter((mode) => mode !== 'FIRE_AND_FORGET');
  const legs: ModeTarget[][] = [];
  for (const [index, mode] of bound.entries()) {
    const place = places[index % places.length];
    if (index % places.length === 0) legs.push([]);
    if (place !== undefined) legs.at(-1)?.push({ mode, triggerId: place });
  }
  if (legs.length === 0) legs.push([]);

  return legs.map((leg) => [
    ...free.map((mode) => ({ mode, triggerId: triggerId ?? fireAndForget })),
    ...leg,
  ]);
};
