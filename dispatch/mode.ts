import type { DispatchMode as HttpDispatchMode, TriggerType } from '../contracts/types.ts';

/** Whether an answer is awaited, and which: a FIRE_AND_FORGET trigger awaits none, whatever its subscription says. */
export type DispatchMode = 'FIRE_AND_FORGET' | HttpDispatchMode;

export const dispatchMode = (triggerType: TriggerType, httpDispatchMode: HttpDispatchMode): DispatchMode =>
  triggerType === 'FIRE_AND_FORGET' ? 'FIRE_AND_FORGET' : httpDispatchMode;
