import type { JsonObject } from '../../dispatch/json.ts';
import type { DispatchMode } from '../../dispatch/mode.ts';
import type { PromiseId } from './promises/index.ts';

/** Whose credentials an event shows. */
export type Shown = 'right' | 'none' | 'wrong';

/** One thing that is tried with a subscriber. */
export type Step = Readonly<{
  mode: DispatchMode;
  /** For people: `the sample, first call`. */
  what: string;
  /** What is broken where this event is not taken and the sample is. */
  tries: PromiseId;
  /** Sent at once, each as an invocation of its own. */
  inputs: readonly JsonObject[];
  shown: Shown;
  /** The envelope: that of the mode, or that of an EventBridge bus, which no HTTP subscriber gets. */
  envelope: 'http' | 'event-bridge';
  /** Delivers the last invocation of its mode a second time. */
  redelivers: boolean;
  /** Blanks fill the body up to so many bytes. */
  padTo: number;
  /** The bare sample of its mode: what goes wrong with it goes wrong with all. */
  isSample: boolean;
}>;

/** A step as far as it is not like most. */
export const step = (given: Pick<Step, 'mode' | 'what' | 'tries' | 'inputs'> & Partial<Step>): Step => ({
  shown: 'right',
  envelope: 'http',
  redelivers: false,
  padTo: 0,
  isSample: false,
  ...given,
});
