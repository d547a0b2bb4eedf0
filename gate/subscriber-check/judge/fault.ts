import type { PromiseId } from '../promises/index.ts';

/** What is wrong with one event, or with what came for it. */
export type Fault = Readonly<{
  promise: PromiseId;
  expected: string;
  seen: string;
}>;
